"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.leftovers import remove_leftovers, temporary_beside

if TYPE_CHECKING:
    from pathlib import Path


def write_atomically(path: Path, text: str, mode: int = 0o644) -> None:
    """Write `text` to `path` in one step; folders that are missing are made.

    The text goes into a new file beside it, which is given `mode` before a byte is written (a secret is never readable in between),
    forced to disk and then renamed over `path`.

    Raises:
        OSError: The file cannot be written; `path` is as it was.
    """
    try:
        try:
            _write(path, text, mode)
        except FileNotFoundError:  # somebody removed the folder between two steps
            _write(path, text, mode)
    except OSError as error:  # people know the file that they named, not the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write(path: Path, text: str, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(path)
    temporary = temporary_beside(path)
    temporary.unlink(missing_ok=True)  # left by a process of the same id that was killed
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            os.fchmod(file.fileno(), mode)  # the umask must not decide
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
