"""One generated file, and the three things one can do with it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_DIFF_LINES = 60


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that code makes.

    Attributes:
        path: Where it lies.
        make: Returns its whole text; its first line says that it is generated.
    """

    path: Path
    make: Callable[[], str]

    def write(self) -> bool:
        """Write the file if it is not current; whether it was written."""
        text = self.make()
        if self.path.is_file() and self.path.read_text(encoding="utf-8") == text:
            return False
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(text, encoding="utf-8")
        return True

    def difference(self) -> str:
        """What would change, as a diff of at most 60 lines; empty when the file is current."""
        old = self.path.read_text(encoding="utf-8") if self.path.is_file() else ""
        lines = unified_diff(old.splitlines(), self.make().splitlines(), str(self.path), "generated", lineterm="", n=1)
        return "\n".join(line for line, _ in zip(lines, range(_DIFF_LINES), strict=False))
