"""Typed, release-aware configuration of the Coder server.

The names below are loaded when they are first used: `import codercfg` itself costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.check import check_environ as check_environ
    from codercfg.check_stack import check_stack as check_stack
    from codercfg.check_stack import load_stack as load_stack

_HOME = {
    "check_environ": "codercfg.check",
    "check_stack": "codercfg.check_stack",
    "load_stack": "codercfg.check_stack",
}

__all__ = ["check_environ", "check_stack", "load_stack"]


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *_HOME})
