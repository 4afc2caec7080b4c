from __future__ import annotations

import stat
import time
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import process
from tools.bootstrap.failure import SetupError
from tools.bootstrap.process import run_logged, said_by

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_program_prints_is_returned_and_kept_for_its_owner_only(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "x.log"
    assert run_logged(["sh", "-c", "echo out; echo err >&2"], step="Trying", log=log, limit_seconds=10) == "out\nerr\n"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_failure_is_explained_by_what_was_printed(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="Trying failed: the disk is full") as caught:
        run_logged(["sh", "-c", "echo 'No space left on device'; exit 2"], step="Trying", log=tmp_path / "x.log", limit_seconds=10)
    assert str(tmp_path / "x.log") in caught.value.problem


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"Trying failed: No such file or directory: /nowhere/tool\."):
        run_logged(["/nowhere/tool"], step="Trying", log=tmp_path / "x.log", limit_seconds=10)


def test_too_long_ends_the_program_and_its_children(tmp_path: Path) -> None:
    mark = tmp_path / "child-was-here"
    start = time.monotonic()
    with pytest.raises(SetupError, match=r"Trying was stopped after 0 seconds"):
        run_logged(["sh", "-c", f"(sleep 1; touch {mark}) & wait"], step="Trying", log=tmp_path / "x.log", limit_seconds=0.2)
    assert time.monotonic() - start < 1
    time.sleep(1.2)
    assert not mark.exists()


def test_a_slow_program_shows_that_it_lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(process, "HEARTBEAT_SECONDS", 0.0)
    run_logged(["sleep", "0.1"], step="Building", log=tmp_path / "x.log", limit_seconds=10)
    assert "  Building ... 0:00" in capsys.readouterr().err


def test_no_answer_is_an_empty_one() -> None:
    assert said_by(["sh", "-c", "echo yes"]) == "yes"
    assert said_by(["sh", "-c", "echo no; exit 1"]) == ""
    assert said_by(["/nowhere/tool"]) == ""
    assert said_by(["sleep", "5"], limit_seconds=0.1) == ""
