from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from codercfg.cluster.environment import environment
from codercfg.cluster.process import Look
from codercfg.cluster.request import Request
from recorded_api import RecordedApi, write_kubeconfig

HANGING = "import os, pathlib, sys, time\npathlib.Path(sys.argv[1]).write_text(str(os.getpid()))\ntime.sleep(60)\n"


def test_an_environment_keeps_what_clouds_need_and_loses_what_is_secret() -> None:
    given = {
        "PATH": "/bin",
        "AWS_PROFILE": "prod",
        "PULUMI_CONFIG": "{}",
        "PULUMI_CONFIG_PASSPHRASE": "x",
        "pulumi_access_token": "x",
        "CODER_SESSION_TOKEN": "x",
        "CODERCFG_STACK_FILE": "x",
        "NOTE": "holds hunter22 in the middle",
        "SHORT": "abc",
    }
    assert environment(given, ["hunter22", "abc"]) == {"PATH": "/bin", "AWS_PROFILE": "prod", "SHORT": "abc"}


def test_a_process_that_ends_badly_is_an_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho no JSON; exit 1\n")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    assert Look(Request("coder", ())).answer().failures == [("failing", "the process that looks ended without an answer")]


def test_a_process_that_cannot_be_started_is_an_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert Look(Request("coder", ())).answer().failures == [("failing", "no process could be started for it")]


def test_a_credential_plugin_that_hangs_ends_with_the_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    plugin, noted = tmp_path / "plugin.py", tmp_path / "pid"
    plugin.write_text(HANGING)
    command = {"apiVersion": "client.authentication.k8s.io/v1", "command": sys.executable, "args": [str(plugin), str(noted)]}
    kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", "http://127.0.0.1:9", {"exec": {**command, "interactiveMode": "Never"}})
    found = Look(Request("coder", (), kubeconfig=str(kubeconfig), seconds=2)).answer()

    assert found.failures == [("slow", "the credential plugin of the kubeconfig did not answer in time")]
    assert ended(int(noted.read_text()))
    assert not list(tmp_path.glob("codercfg-*"))


def ended(pid: int) -> bool:
    """Whether a process is gone, or waits to be collected, within a second."""
    for _ in range(20):
        try:
            if ") Z " in Path(f"/proc/{pid}/stat").read_text():
                return True
            os.kill(pid, 0)
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


KILLED = """
import os, signal, sys, tempfile, time
from codercfg.cluster.process import Look
from codercfg.cluster.request import Request
tempfile.tempdir = sys.argv[2]
Look(Request("coder", (), kubeconfig=sys.argv[1], seconds=1))
time.sleep(float(sys.argv[3]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("after", ["0.2", "1.5"])
def test_nothing_is_left_of_a_look_whose_program_was_killed(tmp_path: Path, after: str) -> None:
    left = tmp_path / "left"
    left.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        user = {"client-certificate-data": "eA==", "client-key-data": "eA==", "token": "t"}
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", f"https://127.0.0.1:{silent.getsockname()[1]}", user)
        done = subprocess.run([sys.executable, "-c", KILLED, str(kubeconfig), str(left), after], timeout=60, check=False)
        assert done.returncode == -signal.SIGKILL
        end = time.monotonic() + 20
        while list(left.iterdir()) and time.monotonic() < end:
            time.sleep(0.1)
    assert list(left.iterdir()) == []


def test_keys_of_a_kubeconfig_are_gone_when_the_look_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with RecordedApi().listening() as address:
        user = {"client-certificate-data": "eA==", "client-key-data": "eA==", "token": "t"}
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", address, user)
        assert Look(Request("coder", (), kubeconfig=str(kubeconfig))).answer().failures == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kubeconfig"]


def test_a_server_that_never_answers_costs_no_more_than_was_asked_for(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", f"http://127.0.0.1:{silent.getsockname()[1]}")
        began = time.monotonic()
        found = Look(Request("coder", (), kubeconfig=str(kubeconfig), seconds=1)).answer()
    assert [reason for reason, _ in found.failures] == ["slow"]
    assert time.monotonic() - began < 15
