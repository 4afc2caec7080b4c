"""Lets the generated messages of the `pulumi` package be imported without the package itself, which takes as long as all the rest."""

from __future__ import annotations

import importlib.util
import sys
import types
from pathlib import Path


def prepare() -> None:
    """Put empty packages in the place of `pulumi` and `pulumi.runtime`; only for a process that needs nothing else of them."""
    spec = importlib.util.find_spec("pulumi")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the stand-in needs the package pulumi for its messages")
    base = Path(spec.submodule_search_locations[0])
    for name, folder in (("pulumi", base), ("pulumi.runtime", base / "runtime")):
        package = types.ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package
