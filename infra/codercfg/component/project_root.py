"""Where the project lies, seen from the process in which a dynamic provider runs."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_FILES = ("Pulumi.yaml", "Pulumi.yml", "Pulumi.json")


class ProjectRootError(Exception):
    """No Pulumi project around the working directory."""


def project_root() -> Path:
    """The folder of Pulumi.yaml. The engine starts providers in the program's folder, which is that or one below it.

    Raises:
        ProjectRootError: There is none.
    """
    here = _working_directory()
    for folder in (here, *here.parents):
        if any((folder / name).is_file() for name in PROJECT_FILES):
            return folder
    raise ProjectRootError(f"no Pulumi.yaml in {here} or above it")


def _working_directory() -> Path:
    """As it was entered: behind a symbolic link, the parents are those of the link."""
    entered = Path(os.environ.get("PWD", ""))
    if entered.is_absolute() and entered.exists() and entered.samefile(Path.cwd()):
        return entered
    return Path.cwd()
