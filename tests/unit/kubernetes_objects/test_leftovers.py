from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from codercfg.kubernetes_objects.leftovers import remove_leftovers, temporary_beside


@pytest.fixture(scope="module")
def gone() -> int:
    """The id of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def left(folder: Path, writer: object, name: str = "a[1].yaml") -> Path:
    path = folder / f".{name}.{writer}.tmp"
    path.write_text("half")
    return path


def test_what_a_killed_writer_left_is_removed(tmp_path: Path, gone: int) -> None:
    left(tmp_path, gone)
    left(tmp_path, 2**80)
    remove_leftovers(tmp_path / "a[1].yaml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc, which this system lacks")
def test_a_writer_that_ended_and_was_not_asked_for_is_gone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        path = left(tmp_path, ended.pid)
        deadline = time.monotonic() + 10
        while path.exists() and time.monotonic() < deadline:
            remove_leftovers(tmp_path / "a[1].yaml")
            time.sleep(0.02)
        assert not path.exists()


def test_what_is_being_written_stays(tmp_path: Path) -> None:
    path = temporary_beside(tmp_path / "a.yaml")
    path.write_text("half")
    remove_leftovers(tmp_path / "a.yaml")
    assert path.exists()


def test_nobody_writes_for_a_minute(tmp_path: Path) -> None:
    path = left(tmp_path, os.getpid())
    old = time.time() - 61
    os.utime(path, (old, old))
    remove_leftovers(tmp_path / "a[1].yaml")
    assert not path.exists()


def test_files_of_others_stay(tmp_path: Path, gone: int) -> None:
    kept = [left(tmp_path, gone, "b.yaml"), left(tmp_path, "me"), left(tmp_path, "²")]
    remove_leftovers(tmp_path / "a[1].yaml")
    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_a_folder_that_is_missing_or_closed_is_no_problem(tmp_path: Path, gone: int) -> None:
    remove_leftovers(tmp_path / "missing" / "a.yaml")
    (tmp_path / f".a.yaml.{gone}.tmp").mkdir()
    remove_leftovers(tmp_path / "a.yaml")
    assert [path.is_dir() for path in tmp_path.iterdir()] == [True]
