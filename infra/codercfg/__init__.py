"""Typed, release-aware configuration of the Coder server.

The names below are loaded when they are first used: `import codercfg` itself costs next to nothing.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from codercfg import options as _options

if TYPE_CHECKING:
    from codercfg.check import check_environ as check_environ
    from codercfg.diagnostics.diagnostic import Diagnostic as Diagnostic
    from codercfg.diagnostics.diagnostic import Severity as Severity
    from codercfg.diagnostics.error import ConfigurationError as ConfigurationError
    from codercfg.diagnostics.report import Report as Report
    from codercfg.kubernetes_objects.render import render_objects as render_objects
    from codercfg.models.root import DeploymentValues as DeploymentValues
    from codercfg.passphrase.error import OpenSecretsError as OpenSecretsError
    from codercfg.passphrase.open_secrets import open_secrets as open_secrets
    from codercfg.reference.option_rows import OptionRow
    from codercfg.releases.release import Release as Release
    from codercfg.releases.release import ReleaseError as ReleaseError
    from codercfg.sources.render_values import render_env as render_env
    from codercfg.sources.settings import CoderSettings as CoderSettings
    from codercfg.stack_check import check_stack as check_stack
    from codercfg.stack_check import load_stack as load_stack

_HOME = {
    "CoderSettings": "codercfg.sources.settings",
    "ConfigurationError": "codercfg.diagnostics.error",
    "DeploymentValues": "codercfg.models.root",
    "Diagnostic": "codercfg.diagnostics.diagnostic",
    "OpenSecretsError": "codercfg.passphrase.error",
    "Release": "codercfg.releases.release",
    "ReleaseError": "codercfg.releases.release",
    "Report": "codercfg.diagnostics.report",
    "Severity": "codercfg.diagnostics.diagnostic",
    "check_environ": "codercfg.check",
    "check_stack": "codercfg.stack_check",
    "load_stack": "codercfg.stack_check",
    "open_secrets": "codercfg.passphrase.open_secrets",
    "render_env": "codercfg.sources.render_values",
    "render_objects": "codercfg.kubernetes_objects.render",
}

__all__ = [
    "CoderSettings",
    "ConfigurationError",
    "DeploymentValues",
    "Diagnostic",
    "OpenSecretsError",
    "Release",
    "ReleaseError",
    "Report",
    "Severity",
    "check_environ",
    "check_stack",
    "load_stack",
    "open_secrets",
    "render_env",
    "render_objects",
]


class _Options(ModuleType):
    """The package `codercfg.options`, which can be called as well.

    The public function has the name of the package that holds what an option is, and importing a sub-package sets it as an attribute of its
    parent: a plain function of that name would be overwritten by the first import.
    """

    def __call__(self, release: str | Release | None = None) -> tuple[OptionRow, ...]:
        """Every option of a release, of the newest known one when None: names on all surfaces, type, default, secrecy, since and until."""
        from codercfg.reference.option_rows import option_rows
        from codercfg.releases.release import Release
        from codercfg.releases.table import newest

        return option_rows(Release.parse(release) if isinstance(release, str) else release or newest())


_options.__class__ = _Options


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
