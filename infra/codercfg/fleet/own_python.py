"""Whether the CLI would run the program with this Python and this codercfg: only then may our helper run it instead."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.fleet.project import Project

_PACKAGE = Path(__file__).resolve().parents[1]


def runs_here(project: Project, environ: Mapping[str, str]) -> bool:
    """Whether the program would find what this process has.

    Args:
        project: Its runtime may name another Python; its program may have a codercfg of its own beside it.
        environ: Environment of the program: the language host takes the first `python3` on its PATH.
    """
    return project.plain and _same_python(environ) and _same_package(project)


def _same_python(environ: Mapping[str, str]) -> bool:
    """The folder decides: the programs of all virtual environments are links to the same file."""
    found = shutil.which("python3", path=environ.get("PATH", os.defpath))
    return found is not None and Path(found).parent.resolve() == Path(sys.executable).parent.resolve()


def _same_package(project: Project) -> bool:
    folder = project.program if project.program.is_dir() else project.program.parent
    beside = folder / "codercfg"
    return not beside.exists() or beside.resolve() == _PACKAGE
