"""Whether a process still runs, and is the one that is meant: ids are given again."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

_SLACK_SECONDS = 5.0  # a lock is written some time after its process started, and clocks are set


def is_running(pid: int, program: str = "", since: str = "") -> bool:
    """Tell whether a process runs, and not merely another one under its id.

    Args:
        pid: Id of the process.
        program: What its name begins with. A process of another name that started after `since` is not meant.
        since: A moment at which it ran, RFC 3339.
    """
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass  # it runs, as another user
    name, fields = _told(pid)
    if fields[:1] == ["Z"]:  # ended, and nobody asked how, as in a container whose first process does not
        return False
    return name.startswith(program) or not _started_after(fields, since)


def _told(pid: int) -> tuple[str, list[str]]:
    """Name of a process and what /proc says about it, from its state on; nothing where there is no /proc."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "", []
    name, _, rest = text.partition("(")[2].rpartition(")")
    return name, rest.split()


def _started_after(fields: list[str], since: str) -> bool:
    try:
        moment = datetime.fromisoformat(since).timestamp()
        boot = next(line for line in Path("/proc/stat").read_text(encoding="utf-8").splitlines() if line.startswith("btime "))
        started = float(boot.split()[1]) + float(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, LookupError, StopIteration):
        return False
    return started > moment + _SLACK_SECONDS
