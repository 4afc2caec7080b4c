"""Temporary files of writers that were killed: they may hold a secret, and nobody else knows of them."""

from __future__ import annotations

import os
import time
from glob import escape
from pathlib import Path

_LONG_SECONDS = 60  # a writer needs milliseconds; its id may be somebody else's by now, or have been given in another container


def temporary_beside(path: Path) -> Path:
    """The file that this process fills before it becomes `path`."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def remove_leftovers(path: Path) -> None:
    """Remove what killed writers of `path` left beside it; what cannot be removed stays."""
    for left in path.parent.glob(f".{escape(path.name)}.*.tmp"):
        try:
            if _writer_is_gone(left):
                left.unlink()
        except OSError:
            continue


def _writer_is_gone(left: Path) -> bool:
    writer = left.name.rsplit(".", 2)[1]
    if not (writer.isascii() and writer.isdigit()):
        return False  # not a name of ours
    if time.time() - left.stat().st_mtime > _LONG_SECONDS:
        return True
    try:
        os.kill(int(writer), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False  # it runs, as another user
    return _has_ended(int(writer))


def _has_ended(pid: int) -> bool:
    """Whether a process is only kept because nobody asked how it ended, as in a container whose first process does not."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[:1] == ["Z"]
