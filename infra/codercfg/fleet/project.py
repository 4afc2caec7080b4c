"""The Pulumi project around the stacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.sources.project_folder import PROJECT_FILES, project_around

if TYPE_CHECKING:
    from pathlib import Path


class ProjectError(Exception):
    """The stacks cannot be previewed together; the text is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Project:
    """A Pulumi project.

    Attributes:
        root: Folder of Pulumi.yaml.
        name: Its name.
        program: Path of the program.
        stacks: Folder of the stack files.
        plain: Whether Python runs without options of its own, such as another virtual environment.
    """

    root: Path
    name: str
    program: Path
    stacks: Path
    plain: bool

    @classmethod
    def around(cls, folder: Path) -> Project:
        """The project that `folder` lies in.

        Raises:
            ProjectError: There is none, or its file cannot be read.
        """
        root = project_around(folder)
        if root is None:
            raise ProjectError(f"{folder} does not lie in a Pulumi project: neither it nor a folder above has a Pulumi.yaml")
        read = _read(next(root / name for name in PROJECT_FILES if (root / name).is_file()))
        runtime = read.get("runtime")
        stacks = read.get("stackConfigDir") or read.get("config")
        return cls(
            root=root,
            name=str(read.get("name") or root.name),
            program=root / str(read.get("main") or "."),
            stacks=root / (stacks if isinstance(stacks, str) else "."),
            plain=runtime == "python" or (isinstance(runtime, dict) and runtime.get("name") == "python" and not runtime.get("options")),
        )

    def stack_of(self, file: Path) -> str | None:
        """Name of the stack whose file this is, or None: the CLI would read another one."""
        first, _, rest = file.name.partition(".")
        name, _, ending = rest.rpartition(".")
        if first != "Pulumi" or not name or ending not in ("yaml", "yml", "json"):
            return None
        return name if file.resolve().parent == self.stacks.resolve() else None


def _read(file: Path) -> dict[str, Any]:
    import yaml

    try:
        read = yaml.safe_load(file.read_bytes())
    except (OSError, ValueError, yaml.YAMLError):
        raise ProjectError(f"{file} cannot be read as a Pulumi project") from None
    if not isinstance(read, dict):
        raise ProjectError(f"{file} is no Pulumi project: it holds no map")
    return read
