"""A manifest file on disk: written whole, recognised as ours, never taken from somebody else."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.atomic_file import write_atomically
from codercfg.kubernetes_objects.leftovers import remove_leftovers
from codercfg.kubernetes_objects.manifest_text import file_text, owner

if TYPE_CHECKING:
    from pathlib import Path

_SECRET_MODE, _MODE = 0o600, 0o644


class ForeignFileError(Exception):
    """A file stands in the way that belongs to somebody else."""


class UnreadableFileError(ForeignFileError):
    """What stands in the way cannot be read, so nobody knows whose it is; it is often no file at all."""


@dataclass(frozen=True, slots=True)
class OwnedFile:
    """One manifest file.

    Attributes:
        path: Where it lies.
        header: First line, from `manifest_text.header`.
        manifest: The object, plain values.
    """

    path: Path
    header: str
    manifest: dict[str, Any] = field(repr=False)

    @property
    def mode(self) -> int:
        """A Secret is readable by its owner only."""
        return _SECRET_MODE if self.manifest.get("kind") == "Secret" else _MODE

    def text(self) -> str:
        """What belongs into the file."""
        return file_text(self.header, self.manifest)

    def read(self) -> str | None:
        """What the file holds, or None when there is none.

        Raises:
            OSError: Something is there that cannot be read as a file.
        """
        try:
            return self.path.read_bytes().decode(errors="replace")
        except FileNotFoundError:
            return None

    def is_current(self) -> bool:
        """Whether the file holds what belongs into it, and a Secret is not readable by others."""
        try:
            return self.read() == self.text() and not stat.S_IMODE(self.path.stat().st_mode) & ~self.mode
        except OSError:
            return False

    def refuse_foreign(self) -> None:
        """Raise when something is at `path` that this stack did not write.

        Raises:
            ForeignFileError: A file of another stack, or one that codercfg did not write.
            UnreadableFileError: No file at all, or one that cannot be read.
        """
        try:
            found = self.read()
        except OSError as error:
            raise UnreadableFileError(f"{self.path} cannot be read: {error.strerror}; choose another directory") from error
        if found is None or owner(found) == owner(self.header):
            return
        whose = f"belongs to the stack {owner(found)}" if owner(found) else "was not written by codercfg"
        raise ForeignFileError(f"{self.path} exists and {whose}; move it away or choose another directory")

    def tidy(self) -> None:
        """Remove what writers of this file left behind that were killed. Writing does so too, but a file that is current is not written."""
        remove_leftovers(self.path)

    def write(self) -> None:
        """Write the file in one step.

        Raises:
            OSError: The file cannot be written; what was there still is.
        """
        write_atomically(self.path, self.text(), self.mode)

    def delete(self) -> None:
        """Remove the file, then its folder if nothing else is in it. A file that somebody put in its place stays.

        Raises:
            OSError: The file cannot be removed.
        """
        self.tidy()
        found = self.read()
        if found is not None and owner(found) != owner(self.header):
            return
        self.path.unlink(missing_ok=True)
        try:
            self.path.parent.rmdir()
        except OSError:
            return  # not empty
