"""Removes the lock of a Pulumi CLI that was killed, so that the next one can finish its work.

A local backend keeps a file for each running update, with the process that made it. Only where that process ran on this machine and
is gone is the lock stale for certain; any other stays, and the CLI says what to do about it.
"""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

_LOCKS = ".pulumi/locks"


def remove_stale(backend: Path) -> None:
    """Remove the locks below `backend` whose process is gone."""
    for lock in sorted((backend / _LOCKS).rglob("*.json")):
        if _is_stale(lock):
            lock.with_name(f"{lock.name}.attrs").unlink(missing_ok=True)
            lock.unlink(missing_ok=True)


def _is_stale(lock: Path) -> bool:
    try:
        holder = json.loads(lock.read_text(encoding="utf-8"))
        return bool(holder["hostname"] == socket.gethostname() and _is_gone(int(holder["pid"])))
    except (OSError, ValueError, LookupError, TypeError):
        return False  # half written, or of another form: not ours to judge


def _is_gone(pid: int) -> bool:
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Whether a process has ended and nobody asked how, as in a container whose first process does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[:1] == ["Z"]
