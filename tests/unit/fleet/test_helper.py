"""The helper of a fleet where it does not do what it should."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from codercfg.fleet import helper
from codercfg.fleet.helper import Helper
from codercfg.fleet.project import Project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("program", "seconds"),
    [("exec sleep 60", 0.3), ('echo "{\\"ready\\": true}"; exec sleep 60', 0.3), ("exit 1", 30.0), ("echo no", 30.0)],
    ids=["hangs while it loads", "hangs at a fork", "crashes", "says something else"],
)
def test_without_an_answer_the_cli_is_left_to_start_what_it_needs(
    program: str, seconds: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python3"
    python.write_text(f"#!/bin/sh\n{program}\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr(helper, "_ANSWERS_WITHIN", seconds)
    monkeypatch.setattr(helper, "_ENDS_WITHIN", 0.3)
    begin = time.monotonic()
    with Helper(Project(tmp_path, "coder", tmp_path, tmp_path, plain=True), tmp_path, {"PATH": "/usr/bin:/bin"}) as started:
        assert [started.serve(tmp_path / "cost") for _ in range(50)] == [None] * 50
    assert time.monotonic() - begin < 20  # the limit counts once, not for each stack
