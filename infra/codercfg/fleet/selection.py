"""The stacks to preview, each checked beforehand: the CLI is not started for what cannot succeed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.fleet.outcome import StackOutcome
from codercfg.fleet.project import Project, ProjectError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.releases.release import Release


@dataclass(frozen=True, slots=True)
class Selected:
    """One stack.

    Attributes:
        name: Its name.
        file: Its file, as it was named.
        release: The release that it names, or nothing.
        ok: Whether its file has no error.
        diagnostics: Findings about the file.
        option_of: The option that a variable carries in that release, or nothing.
    """

    name: str
    file: str
    release: str
    ok: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    option_of: Callable[[str], str] = field(default=lambda _name: "", repr=False, compare=False)

    def failed(self) -> StackOutcome:
        """The outcome of a stack with errors."""
        return StackOutcome(self.name, self.file, self.release, diagnostics=self.diagnostics, failed=True)


def project_of(files: Sequence[Path]) -> tuple[Project, list[str]]:
    """The project of all these files, and the name of each stack.

    Raises:
        ProjectError: There is none, they belong to several, or a file is no stack file of it.
    """
    projects = {Project.around(file.resolve().parent) for file in files}
    if len(projects) > 1:
        roots = ", ".join(sorted(str(project.root) for project in projects))
        raise ProjectError(f"the stacks belong to several projects ({roots}); preview those of one project at a time")
    project = projects.pop()
    names = []
    for file in files:
        name = project.stack_of(file)
        if name is None:
            raise ProjectError(f"{file} is no stack file of this project: the CLI reads {project.stacks}/Pulumi.<stack>.yaml")
        names.append(name)
    return project, names


def select(files: Sequence[Path], names: Sequence[str], root: Path) -> list[Selected]:
    """Check every file, once, in the order given.

    Args:
        files: Stack files.
        names: Name of the stack of each.
        root: Folder of their project.
    """
    from codercfg.stack_check import load_stack

    found: dict[str, Selected] = {}
    for file, name in zip(files, names, strict=True):
        if name not in found:
            loaded = load_stack(file, project=root)
            release = loaded.inputs.release
            report = loaded.report
            found[name] = Selected(name, str(file), str(release or ""), report.ok, report.diagnostics, _option_of(release))
    return list(found.values())


@lru_cache(maxsize=16)
def _option_of(release: Release | None) -> Callable[[str], str]:
    if release is None:
        return lambda _name: ""
    from codercfg.catalog.catalog import catalog

    by_env = catalog(release).by_env
    return lambda name: by_env[name].path if name in by_env else ""
