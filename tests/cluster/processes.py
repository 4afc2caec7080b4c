"""Programs that run for the length of a block, and the ports they listen on."""

from __future__ import annotations

import contextlib
import socket
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STOP_SECONDS = 10.0


def free_ports(count: int) -> list[int]:
    """Return ports that were free a moment ago, all different because they are held until the last is found."""
    with contextlib.ExitStack() as held:
        holders = [held.enter_context(socket.socket()) for _ in range(count)]
        for holder in holders:
            holder.bind(("127.0.0.1", 0))
        return [int(holder.getsockname()[1]) for holder in holders]


@contextlib.contextmanager
def process(command: list[Path | str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program for the length of the block."""
    with log.open("wb") as output:
        running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def readiness_failure(name: str, log: Path, seconds: float) -> RuntimeError:
    """What to raise when a program did not become ready: the end of its log."""
    text = log.read_text(encoding="utf-8", errors="replace")
    return RuntimeError(f"{name} was not ready after {seconds:.0f} s:\n{text[-3000:]}")
