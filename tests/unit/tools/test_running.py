from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tools.bootstrap.running import is_running

OURS = os.getpid()
NAME = Path("/proc/self/stat").read_text(encoding="utf-8").partition("(")[2].rpartition(")")[0] if Path("/proc/self/stat").exists() else ""
PROC = pytest.mark.skipif(not NAME, reason="needs /proc, which this system lacks")
LONG_AGO = "2001-01-01T00:00:00.123456789Z"


def test_we_run() -> None:
    assert is_running(OURS)


@pytest.mark.parametrize("pid", [2**22 + 1, 2**40, 2**80])
def test_what_cannot_be_an_id_does_not_run(pid: int) -> None:
    assert not is_running(pid)


def test_what_ended_and_was_not_asked_for_does_not_run() -> None:
    with subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE) as ended:
        assert ended.stdout is not None
        ended.stdout.read()
        deadline = time.monotonic() + 10
        while is_running(ended.pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not is_running(ended.pid)


@PROC
def test_another_program_under_an_id_that_was_given_again_is_not_meant() -> None:
    assert not is_running(OURS, "pulumi", LONG_AGO)


@PROC
def test_a_program_of_the_name_is_meant_whenever_it_started() -> None:
    assert is_running(OURS, NAME[:4], LONG_AGO)


@pytest.mark.parametrize("since", ["", "yesterday", "2999-01-01T00:00:00Z"])
def test_another_program_may_be_meant_if_it_ran_before_or_nobody_knows(since: str) -> None:
    assert is_running(OURS, "pulumi", since)
