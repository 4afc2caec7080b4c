"""Waits for processes to end."""

from __future__ import annotations

import time
from pathlib import Path


def wait_for(holds: object, limit: float = 20) -> None:
    assert callable(holds)
    end = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"
