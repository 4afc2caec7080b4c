"""Removes the lock of a Pulumi CLI that was killed, so that the next one can finish its work.

A local backend keeps a file for each running update, with the process that made it. Only where that process ran on this machine and
is gone is the lock stale for certain; any other stays, and `held_lock` says what to do about it.
"""

from __future__ import annotations

import json
import socket
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.bootstrap.json_file import is_json
from tools.bootstrap.running import is_running

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ".pulumi/locks"
# Writing a lock takes the CLI microseconds. It reads the half of one as a broken lock: `unexpected end of JSON input`, and nothing else.
_WRITTEN_SECONDS = 2.0


class Lock(NamedTuple):
    """A lock and who made it."""

    file: Path
    pid: int
    host: str
    user: str
    since: str

    @property
    def stack(self) -> str:
        """Name of the locked stack."""
        return self.file.parent.name


def remove_stale(backend: Path) -> bool:
    """Remove the locks below `backend` whose process is gone, and what was to become one; tell whether there were any."""
    found = False
    for file in _files(backend):
        lock = read(file)
        if _was_never_finished(file) if lock is None else _is_stale(lock):
            found = True
            file.with_name(f"{file.name}.attrs").unlink(missing_ok=True)
            file.unlink(missing_ok=True)
    return found


def held(backend: Path) -> list[Lock]:
    """The locks that are not stale."""
    return [lock for file in _files(backend) if (lock := read(file)) is not None and not _is_stale(lock)]


def read(file: Path) -> Lock | None:
    """Read a lock; None when it is half written or of another form."""
    try:
        holder: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        pid = int(holder["pid"])
        return Lock(file, pid, holder["hostname"], str(holder.get("username", "")), str(holder.get("timestamp", ""))) if pid > 0 else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _files(backend: Path) -> list[Path]:
    return sorted(file for file in (backend / LOCKS).rglob("*.json*") if not file.name.endswith(".attrs") and file.is_file())


def _is_stale(lock: Lock) -> bool:
    return lock.host == socket.gethostname() and not is_running(lock.pid, "pulumi", lock.since)


def _was_never_finished(file: Path) -> bool:
    """Whether a file is no lock because its writer was killed; one that was made just now gets its time."""
    try:
        if is_json(file):
            return False  # a lock of another form: not ours to judge
        time.sleep(min(_WRITTEN_SECONDS, max(0.0, file.stat().st_mtime + _WRITTEN_SECONDS - time.time())))
        return not is_json(file)
    except OSError:
        return False
