"""Two updates of one stack at once."""

from __future__ import annotations

import json
import os
import re
import socket
import time
from typing import TYPE_CHECKING

from engine.killed import kill_with_descendants

if TYPE_CHECKING:
    from faults.clone import FaultyClone

PAUSE = 'import os, time\nwhile os.path.exists("../pause"):\n    time.sleep(0.05)\n'


def test_the_second_is_told_who_is_at_work_since_when_and_what_to_do(clone: FaultyClone) -> None:
    program = clone.root / "infra" / "__main__.py"
    text = program.read_text(encoding="utf-8")
    program.write_text(f"{PAUSE}{text}", encoding="utf-8")
    (clone.root / "pause").touch()
    first = clone.start("up", "--yes", "--skip-preview")
    try:
        lock = _lock(clone)
        second = clone.up(code=None)
        (clone.root / "pause").unlink()
        said, _ = first.communicate(timeout=60)
    finally:
        kill_with_descendants(first)
    assert first.returncode == 0, said
    assert "error: the stack is currently locked by 1 lock(s)" in second
    told = second[second.index("error: Another Pulumi process") :]
    assert re.sub(r"\d{4}-\S+ \S+ UTC|\d+ seconds|\d{2,}", "#", told) == (
        f"error: Another Pulumi process changes the stack faults right now: #, started by {lock['username']}, since # (# ago).\n"
        "  what to do: wait until it has ended, then run the same command again; if it hangs, `kill -INT #` lets it finish its step, "
        "and a second one stops it\n"
    )
    assert f"{lock['pid']}, started by" in told
    clone.up("--expect-no-changes")


def test_of_a_lock_from_another_machine_only_people_can_tell(clone: FaultyClone) -> None:
    folder = clone.backend / ".pulumi" / "locks" / "organization" / "coder" / "faults"
    folder.mkdir(parents=True, exist_ok=True)
    held = {"pid": os.getpid(), "username": "ada", "hostname": f"not-{socket.gethostname()}", "timestamp": "2026-01-02T03:04:05Z"}
    (folder / "0a.json").write_text(json.dumps(held))
    told = clone.up(code=None)
    assert f"{os.getpid()} on not-{socket.gethostname()}, started by ada, since 2026-01-02 03:04:05 UTC" in told
    remedy = "pulumi cancel --yes --stack faults"
    assert f"if nothing runs there any more, `{remedy}` removes its lock" in told
    clone.pulumi(*remedy.split()[1:])
    clone.up("--expect-no-changes")


def _lock(clone: FaultyClone) -> dict[str, str]:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for file in (clone.backend / ".pulumi" / "locks").rglob("*.json"):
            found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
            return found
        time.sleep(0.05)
    raise AssertionError("the first update took no lock")
