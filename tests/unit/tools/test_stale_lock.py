from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import stale_lock
from tools.bootstrap.stale_lock import remove_stale

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def gone() -> int:
    """The id of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


LATER = "2999-01-01T00:00:00Z"


def lock(backend: Path, text: str) -> Path:
    folder = backend / ".pulumi" / "locks" / "organization" / "coder" / "dev"
    folder.mkdir(parents=True)
    (folder / "one.json.attrs").write_text("{}")
    (folder / "one.json").write_text(text)
    return folder


def held(pid: object, host: str = "", since: str = "") -> str:
    return json.dumps({"pid": pid, "username": "root", "hostname": host or socket.gethostname(), "timestamp": since or LATER})


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


def test_a_lock_whose_id_was_given_to_another_program_is_removed(tmp_path: Path) -> None:
    folder = lock(tmp_path, held(os.getpid(), since="2001-01-01T00:00:00Z"))
    remove_stale(tmp_path)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("name", "text"), [("one.json", ""), ("one.json", "{"), ("one.json.18ebb40bb8551aa9.tmp", "")])
def test_what_a_killed_cli_did_not_finish_is_removed(tmp_path: Path, name: str, text: str) -> None:
    folder = lock(tmp_path, held(os.getpid()))
    half = folder / name
    half.write_text(text)
    old = time.time() - 10
    os.utime(half, (old, old))
    assert remove_stale(tmp_path)
    assert not half.exists()


def test_a_half_written_lock_is_given_the_time_to_become_one(tmp_path: Path) -> None:
    folder = lock(tmp_path, "{")
    finish = Timer(0.3, lambda: (folder / "one.json").write_text(held(os.getpid())))
    finish.start()
    assert not remove_stale(tmp_path)
    finish.join()
    assert len(list(folder.iterdir())) == 2


def test_locks_that_are_held_are_told_with_their_holder(tmp_path: Path) -> None:
    lock(tmp_path, held(os.getpid(), since=LATER))
    (told,) = stale_lock.held(tmp_path)
    assert (told.stack, told.pid, told.host, told.user) == ("dev", os.getpid(), socket.gethostname(), "root")


@pytest.mark.parametrize("text", ["[]", "1", '{"hostname": "x"}', held("many"), held(None), held(0), held(-1)])
def test_what_is_no_lock_of_a_known_form_stays(tmp_path: Path, text: str) -> None:
    folder = lock(tmp_path, text)
    remove_stale(tmp_path)
    assert len(list(folder.iterdir())) == 2


def test_a_backend_without_locks_is_fine(tmp_path: Path) -> None:
    remove_stale(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []
