"""Removes what a killed Pulumi CLI did not finish writing in a local backend.

A file gets its name last, so that half a one is called `*.tmp`. What belongs to a file (`*.attrs`: its type and checksum) is written in
place, and an empty one makes the file beside it unreadable: `failed to load checkpoint: EOF`. Without any it is read as it is.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from tools.bootstrap.json_file import is_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_WRITTEN_SECONDS = 2.0
_NEEDED = ("*.attrs", "stacks/*/*.attrs")  # without these no command works; the rest grows with every update


def remove_half_written(backend: Path, *, everywhere: bool, busy: bool = False) -> None:
    """Remove half files.

    Args:
        backend: Folder of the backend.
        everywhere: All of them; else those that stand in the way.
        busy: Somebody may be writing right now: what is new then stays. Attributes go in any case, a file does not need them.
    """
    folder = backend / ".pulumi"
    attributes: Iterable[Path] = folder.rglob("*.attrs") if everywhere else (file for pattern in _NEEDED for file in folder.glob(pattern))
    for file in attributes:
        with suppress(OSError):
            if not is_json(file):
                file.unlink()
    for file in folder.rglob("*.tmp") if everywhere else ():
        with suppress(OSError):
            if not busy or time.time() - file.stat().st_mtime > _WRITTEN_SECONDS:
                file.unlink()
