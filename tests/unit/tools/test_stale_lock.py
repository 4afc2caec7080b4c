from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.stale_lock import remove_stale

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def gone() -> int:
    """The id of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def lock(backend: Path, text: str) -> Path:
    folder = backend / ".pulumi" / "locks" / "organization" / "coder" / "dev"
    folder.mkdir(parents=True)
    (folder / "one.json.attrs").write_text("{}")
    (folder / "one.json").write_text(text)
    return folder


def held(pid: object, host: str = "") -> str:
    return json.dumps({"pid": pid, "username": "root", "hostname": host or socket.gethostname(), "timestamp": "2026-01-01T00:00:00Z"})


def test_the_lock_of_a_process_that_is_gone_is_removed(tmp_path: Path, gone: int) -> None:
    folder = lock(tmp_path, held(gone))
    remove_stale(tmp_path)
    assert list(folder.iterdir()) == []


def test_a_process_that_ended_and_was_not_asked_for_is_gone(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    assert ended.stdout is not None
    ended.stdout.read()  # until it closes: the process ends right after
    folder = lock(tmp_path, held(ended.pid))
    deadline = time.monotonic() + 10
    while list(folder.iterdir()) and time.monotonic() < deadline:
        remove_stale(tmp_path)
        time.sleep(0.02)
    assert list(folder.iterdir()) == []
    ended.stdout.close()
    ended.wait()


def test_the_lock_of_a_running_process_stays(tmp_path: Path) -> None:
    folder = lock(tmp_path, held(os.getpid()))
    remove_stale(tmp_path)
    assert len(list(folder.iterdir())) == 2


def test_the_lock_of_another_machine_stays(tmp_path: Path, gone: int) -> None:
    folder = lock(tmp_path, held(gone, "another-machine"))
    remove_stale(tmp_path)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", "1", '{"hostname": "x"}', held("many"), held(None), held(0), held(-1)])
def test_what_is_no_lock_of_a_known_form_stays(tmp_path: Path, text: str) -> None:
    folder = lock(tmp_path, text)
    remove_stale(tmp_path)
    assert len(list(folder.iterdir())) == 2


def test_a_backend_without_locks_is_fine(tmp_path: Path) -> None:
    remove_stale(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []
