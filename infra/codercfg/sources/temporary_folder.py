"""Folders that are gone with a block, and what a killed process left of them with the next one."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "held by codercfg"  # a file that its process keeps locked; folders that merely have such a name lack it
_FRESH_SECONDS = 300.0  # one that was made just now may not be locked yet, or serve a process that its own one started
_RANDOM = re.compile(r"[a-z0-9_]{8}")  # what `tempfile` appends


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """A folder that its owner alone can read, for the length of the block.

    Args:
        prefix: What its name begins with.

    Raises:
        OSError: It cannot be made.
    """
    _remove_left(prefix)
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        held = _locked(folder / _MARK, os.O_CREAT)
        try:
            yield folder
        finally:
            os.close(held)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _locked(mark: Path, flags: int = 0) -> int:
    """The mark, locked: the system unlocks it when this process ends, however that happens, and no program that it starts inherits it.

    Raises:
        OSError: It is missing, or another process holds it.
    """
    import fcntl

    held = os.open(mark, os.O_RDWR | os.O_NOFOLLOW | flags, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        raise
    return held


def _remove_left(prefix: str) -> None:
    """Remove folders of that kind whose process is gone."""
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and _RANDOM.fullmatch(entry.name, len(prefix)):
                with suppress(OSError):
                    _remove_if_left(Path(entry.path))


def _remove_if_left(folder: Path) -> None:
    about, mark = folder.lstat(), (folder / _MARK).lstat()
    if about.st_uid == mark.st_uid == os.geteuid() and time.time() - mark.st_mtime > _FRESH_SECONDS:
        held = _locked(folder / _MARK)
        try:
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(held)
