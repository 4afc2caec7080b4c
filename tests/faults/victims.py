"""The processes of an update, and the end of some of them at a chosen moment."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.killed import descendants

if TYPE_CHECKING:
    import subprocess
    from random import Random

# What stands in the command line of each. `everything` is a machine that loses its power.
VICTIMS = {
    "engine": ("/bin/pulumi", " up "),
    "language host": ("pulumi-language-python ",),
    "program": ("pulumi-language-python-exec ",),
    "provider": ("pulumi.dynamic ",),
    "everything": ("/bin/pulumi", " up "),
    "plugin": ("kubernetes_plugin",),
}
FILES = ("engine", "language host", "program", "provider", "everything")  # there is no plugin where objects are files
_LOOK_SECONDS = 0.005
LIMIT_SECONDS = 60.0


@dataclass(frozen=True)
class Plan:
    """Who is killed and when.

    Attributes:
        victim: A name of `VICTIMS`.
        share: How much of its usual life the victim has behind it; used when `writes` is 0.
        writes: The number of changes of files after which it is killed.
        milliseconds: A little later than that.
    """

    victim: str
    share: float
    writes: int
    milliseconds: float

    @classmethod
    def random(cls, random: Random) -> Plan:
        """Half of them anywhere in the victim's life, half while files are being written."""
        victim = random.choice(FILES)
        return cls(victim, random.random(), random.choice((0, random.randint(1, 12))), random.random() * 20)

    def __str__(self) -> str:
        when = f"after {self.writes} writes and {self.milliseconds:.1f} ms" if self.writes else f"at {self.share:.0%} of its life"
        return f"{self.victim}, {when}"


def find(below: int, victim: str) -> list[int]:
    """Ids of the processes of an update that are meant."""
    parts = VICTIMS[victim]
    return [pid for pid in descendants(below) if all(part in _command(pid) for part in parts)]


def lives(running: subprocess.Popen[str]) -> dict[str, float]:
    """How long each victim lives in an update that nobody disturbs, in seconds."""
    first: dict[str, float] = {}
    last: dict[str, float] = {}
    end = time.monotonic() + LIMIT_SECONDS
    while running.poll() is None and time.monotonic() < end:
        commands = [_command(pid) for pid in descendants(running.pid)]
        for victim, parts in VICTIMS.items():
            if any(all(part in command for part in parts) for command in commands):
                first.setdefault(victim, time.monotonic())
                last[victim] = time.monotonic()
        time.sleep(0.01)
    return {victim: last[victim] - first[victim] for victim in first}


def strike(running: subprocess.Popen[str], plan: Plan, life: float, folders: list[Path]) -> bool:
    """Kill the victim at its moment; tell whether it was still there."""
    if not _wait_for(lambda: bool(find(running.pid, plan.victim)), running):
        return False
    if plan.writes:
        _wait_for(_changes(folders, plan.writes), running)
        time.sleep(plan.milliseconds / 1000)
    else:
        time.sleep(plan.share * life)
    meant = find(running.pid, plan.victim)
    if plan.victim == "everything" and meant:
        meant = [running.pid, *descendants(running.pid)]
    for pid in meant:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return bool(meant)


def _changes(folders: list[Path], count: int) -> object:
    seen = {file: _version(file) for folder in folders for file in folder.glob("*")}
    changed: set[tuple[Path, object]] = set()

    def enough() -> bool:
        now = {file: _version(file) for folder in folders for file in folder.glob("*")}
        changed.update((file, now.get(file)) for file in {*seen, *now} if seen.get(file) != now.get(file))
        return len(changed) >= count

    return enough


def _version(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _wait_for(done: object, running: subprocess.Popen[str]) -> bool:
    end = time.monotonic() + LIMIT_SECONDS
    while running.poll() is None and time.monotonic() < end:
        if done():  # type: ignore[operator]
            return True
        time.sleep(_LOOK_SECONDS)
    return False


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
