"""Where a Pulumi project lies."""

from __future__ import annotations

from pathlib import Path

PROJECT_FILES = ("Pulumi.yaml", "Pulumi.yml", "Pulumi.json")


def project_around(folder: Path) -> Path | None:
    """`folder` or the nearest one above it that holds a project file, or None."""
    return next((at for at in (folder, *folder.parents) if any((at / name).is_file() for name in PROJECT_FILES)), None)


def path_in_project(stack_file: str, path: str) -> str:
    """A path that a stack file gives relative to its project, as the working directory sees it; unchanged where there is no project."""
    file = Path(stack_file)
    root = project_around(file.resolve().parent) if file.is_file() else None
    return path if root is None or root == Path.cwd() else str(root / path)
