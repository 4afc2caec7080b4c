"""Kills a program with everything that it started."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable


def kill_with_descendants(running: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Kill the process first and at once, then what is left of it: the CLI starts its plugins in process groups of their own."""
    below = descendants(running.pid)
    for pid in [running.pid, *below]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    running.wait(10)


def descendants(pid: int) -> list[int]:
    """The ids of the processes that `pid` started, and of those that they started."""
    if not Path("/proc/thread-self/children").exists():
        return _below(pid, _all_children().get)
    return _below(pid, _told_children)


def _below(pid: int, children: Callable[[int], list[int] | None]) -> list[int]:
    found, todo = [], [pid]
    while todo:
        below = children(todo.pop()) or []
        found += below
        todo += below
    return found


def _told_children(pid: int) -> list[int]:
    """The children of all threads of a process, as most kernels tell them: a hundred times as fast as looking through all processes."""
    found: list[int] = []
    with contextlib.suppress(OSError):  # it has ended
        for task in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += [int(child) for child in (task / "children").read_text(encoding="utf-8").split()]
    return found


def _all_children() -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
    return children
