"""Writes a stack file anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import WrongUseError
from codercfg.diagnostics.printable import printable
from codercfg.kubernetes_objects.atomic_file import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"


def write(file: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before`, in one step, with the permissions that the file has.

    Args:
        file: The file; a link is followed, and stays one.
        before: Its text when it was read, without a byte order mark.
        after: The new text.

    Raises:
        WrongUseError: Somebody changed the file in between.
        OSError: It cannot be written, and is as it was.
    """
    place = file.resolve()
    data = place.read_bytes()
    if data.removeprefix(_BOM) != before.encode("utf-8"):
        raise WrongUseError(f"{printable(str(file))} was changed by somebody else just now: try again")
    mark = "\ufeff" if data.startswith(_BOM) else ""
    write_atomically(place, mark + after, place.stat().st_mode & 0o7777)
