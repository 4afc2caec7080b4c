"""Where the project lies, seen from the process in which a dynamic provider runs."""

from __future__ import annotations

import os
from pathlib import Path

from codercfg.sources.project_folder import project_around


class ProjectRootError(Exception):
    """No Pulumi project around the working directory."""


def project_root() -> Path:
    """The folder of Pulumi.yaml. The engine starts providers in the program's folder, which is that or one below it.

    Raises:
        ProjectRootError: There is none.
    """
    here = _working_directory()
    root = project_around(here)
    if root is not None:
        return root
    raise ProjectRootError(f"no Pulumi.yaml in {here} or above it")


def _working_directory() -> Path:
    """As it was entered: behind a symbolic link, the parents are those of the link."""
    entered = Path(os.environ.get("PWD", ""))
    if entered.is_absolute() and entered.exists() and entered.samefile(Path.cwd()):
        return entered
    return Path.cwd()
