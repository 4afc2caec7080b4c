from __future__ import annotations

import json
import os
import re
import socket
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tools.bootstrap.held_lock import holder

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.now(UTC)


def locked(backend: Path, since: datetime, host: str = "", stack: str = "dev") -> None:
    folder = backend / ".pulumi" / "locks" / "organization" / "coder" / stack
    folder.mkdir(parents=True)
    content = {"pid": os.getpid(), "username": "ada", "hostname": host or socket.gethostname(), "timestamp": since.isoformat()}
    (folder / "one.json").write_text(json.dumps(content))


def told(backend: Path, stack: str = "dev") -> str:
    return str(holder(backend, stack, NOW) or "")


def test_who_holds_the_stack_since_when_and_what_to_do(tmp_path: Path) -> None:
    locked(tmp_path, NOW)
    assert re.sub(r"\d+ (seconds|minutes|hours) ago", "3 seconds ago", told(tmp_path)) == (
        f"Another Pulumi process changes the stack dev right now: {os.getpid()}, started by ada, "
        f"since {NOW:%Y-%m-%d %H:%M:%S} UTC (3 seconds ago).\n"
        f"  what to do: wait until it has ended, then run the same command again; if it hangs, `kill -INT {os.getpid()}` lets it finish "
        "its step, and a second one stops it"
    )


def test_on_another_machine_only_people_can_tell_whether_it_runs(tmp_path: Path) -> None:
    locked(tmp_path, NOW - timedelta(days=3), "build-7")
    assert f"{os.getpid()} on build-7, started by ada" in told(tmp_path)
    assert "(3 days ago)" in told(tmp_path)
    assert "if nothing runs there any more, `pulumi cancel --yes --stack dev` removes its lock" in told(tmp_path)


def test_another_stack_and_a_later_process_did_not_stop_us(tmp_path: Path) -> None:
    locked(tmp_path, NOW - timedelta(seconds=1))
    assert told(tmp_path, "production") == ""
    locked(tmp_path, NOW + timedelta(seconds=1), stack="later")
    assert told(tmp_path, "later") == ""
    assert told(tmp_path / "nothing") == ""
