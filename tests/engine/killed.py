"""Kills a program with everything that it started."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess


def kill_with_descendants(running: subprocess.Popen[bytes]) -> None:
    """Kill the process first and at once, then what is left of it: the CLI starts its plugins in process groups of their own."""
    below = descendants(running.pid)
    for pid in [running.pid, *below]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    running.wait(10)


def descendants(pid: int) -> list[int]:
    """The ids of the processes that `pid` started, and of those that they started."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
    found, todo = [], [pid]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += below
    return found
