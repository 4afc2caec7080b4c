from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from codercfg.sources.temporary_folder import temporary_folder

KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from codercfg.sources.temporary_folder import temporary_folder
with temporary_folder("codercfg-test-") as folder:
    (folder / "key.pem").write_text("k")
    os.kill(os.getpid(), signal.SIGKILL)
"""
LONG_AGO = (0, 0)
INFRA = Path(__file__).parents[3] / "infra"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders lie."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, LONG_AGO, follow_symlinks=False)


def make_another() -> None:
    with temporary_folder("codercfg-test-"):
        pass


@pytest.fixture
def left(folder: Path) -> Path:
    """The folder of a process that was killed."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(INFRA)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    (found,) = folder.iterdir()
    return found


def test_it_is_its_owners_alone_and_gone_afterwards_also_after_an_error(folder: Path) -> None:
    def fail() -> None:
        with temporary_folder("codercfg-test-") as made:
            assert made.stat().st_mode & 0o777 == 0o700
            (made / "file").write_text(str(1 // 0))

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(folder.iterdir()) == []


def test_what_a_killed_process_left_goes_with_the_next_one(folder: Path, left: Path) -> None:
    assert (left / "key.pem").exists()
    age(folder)
    make_another()
    assert list(folder.iterdir()) == []


def test_what_was_left_a_moment_ago_stays_for_those_that_still_use_it(left: Path) -> None:
    make_another()
    assert left.exists()


def test_the_folder_of_a_process_that_lives_stays(folder: Path) -> None:
    with temporary_folder("codercfg-test-") as first:
        age(folder)
        make_another()
        assert first.exists()


@pytest.mark.parametrize("name", ["codercfg-test-worktree", "codercfg-test-a-longer-name", "codercfg-other-abcd1234"])
def test_a_folder_that_only_has_such_a_name_is_somebodys(folder: Path, name: str) -> None:
    (folder / name / "work").mkdir(parents=True)
    age(folder)
    make_another()
    assert (folder / name / "work").exists()


def test_a_link_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "held by codercfg").touch()
    (folder / "codercfg-test-abcd1234").symlink_to(elsewhere)
    age(folder)
    age(elsewhere)
    make_another()
    assert (elsewhere / "held by codercfg").exists()
