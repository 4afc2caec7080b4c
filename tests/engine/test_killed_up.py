"""An `up` that was killed, as somebody at a terminal goes on after it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from engine.killed import kill_with_descendants
from engine.test_shim import Clone, _wait_for

if TYPE_CHECKING:
    from pathlib import Path


def test_the_next_one_goes_on_without_a_word_about_locks(tmp_path: Path, pulumi: Path) -> None:
    started = tmp_path / "started"
    program = f"import os, time\nos.path.exists({str(started)!r}) or (open({str(started)!r}, 'w').close(), time.sleep(60))\n"
    clone = Clone(tmp_path / "clone", pulumi, program)
    clone.pulumi("stack", "select", "--create", "dev")
    running = subprocess.Popen(
        [*clone.command, "up", "--yes", "--skip-preview", "--non-interactive"],
        cwd=clone.root,
        env=clone.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(started)
    finally:
        kill_with_descendants(running)  # the shim, the CLI and the program
    locks = clone.root / ".local" / "backend" / ".pulumi" / "locks"
    assert list(locks.rglob("*.json"))
    assert "Duration:" in clone.pulumi("up", "--yes", "--skip-preview")
    assert list(locks.rglob("*.json")) == []
