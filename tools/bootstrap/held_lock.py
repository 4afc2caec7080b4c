"""Says whose lock made the Pulumi CLI give up, and what to do about it."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tools.bootstrap import stale_lock
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.stale_lock import Lock


def holder(backend: Path, stack: str, before: datetime) -> SetupError | None:
    """Return the explanation for a command that failed, or None when nobody else holds the stack.

    Args:
        backend: Folder of the backend.
        stack: Name of the stack that the command was about.
        before: When the command started; who came later did not stop it.
    """
    for lock in stale_lock.held(backend):
        since = _moment(lock.since)
        if lock.stack == stack and (since is None or since <= before):
            return _explained(lock, since)
    return None


def _explained(lock: Lock, since: datetime | None) -> SetupError:
    here = lock.host == socket.gethostname()
    where = "" if here else f" on {lock.host}"
    when = f", since {since:%Y-%m-%d %H:%M:%S} UTC ({_ago(since)} ago)" if since else ""
    problem = f"Another Pulumi process changes the stack {lock.stack} right now: {lock.pid}{where}, started by {lock.user or '?'}{when}."
    wait = "wait until it has ended, then run the same command again"
    if here:
        return SetupError(problem, f"{wait}; if it hangs, `kill -INT {lock.pid}` lets it finish its step, and a second one stops it")
    return SetupError(problem, f"{wait}; if nothing runs there any more, `pulumi cancel --yes --stack {lock.stack}` removes its lock")


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _ago(since: datetime) -> str:
    seconds = max(0, int((datetime.now(UTC) - since).total_seconds()))
    for size, unit in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} seconds"
