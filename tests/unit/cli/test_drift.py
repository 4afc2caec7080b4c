"""`codercfg drift` against answers that a real API server gave."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from canaries import leaks
from codercfg.cli.main import main
from recorded_api import RecordedApi, write_kubeconfig
from unit.cli.ended import gone, wait_for
from unit.cli.golden import assert_golden
from unit.passphrase.sealed import PASSPHRASE, Sealer

CASES = Path(__file__).parents[2] / "cases" / "drift"
NAMES = ("untouched", "edited")
FORMS = {"text": "txt", "json": "json", "github": "github", "sarif": "sarif"}
SERVER = "https://api.example.com:6443"
# Written by hand onto the live objects: into variables, arguments, an address and a Secret, there with an ending.
CANARY = "canary-in-the-cluster-5d1e"

Drift = Callable[..., tuple[int, str, str]]


def live(name: str) -> RecordedApi:
    return RecordedApi(objects=json.loads((CASES / name / "live.json").read_text(encoding="utf-8")))


def sealed(value: str) -> str:
    """The stack with its one encrypted value sealed for real."""
    config = yaml.safe_load((CASES / "stack.yaml").read_text(encoding="utf-8"))["config"]
    config["coder:deployment"]["oidc"]["client_secret"] = Sealer().secure(value)
    return Sealer().stack(config)


@pytest.fixture
def drift(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Drift:
    """Runs the command against recorded answers; gives the exit code and what was printed, with a fixed address."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE)
    (tmp_path / "stack.yaml").write_bytes((CASES / "stack.yaml").read_bytes())

    def run(api: RecordedApi, *arguments: str) -> tuple[int, str, str]:
        with api.listening() as address:
            kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", address, context="prod-eu")
            code = main(["drift", "stack.yaml", "--kubeconfig", str(kubeconfig), *arguments])
        captured = capsys.readouterr()
        return code, captured.out.replace(address, SERVER), captured.err.replace(address, SERVER)

    return run


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_what_differs_is_told_in_every_form(drift: Drift, name: str, form: str) -> None:
    code, out, err = drift(live(name), "--format", form)

    assert (code, err) == (0 if name == "untouched" else 1, "")
    assert_golden(CASES / name / f"drift.{FORMS[form]}", out)
    assert leaks([CANARY], {form: out}) == []


def test_opened_secrets_are_compared_and_told_by_key(drift: Drift, tmp_path: Path) -> None:
    (tmp_path / "stack.yaml").write_text(sealed(CANARY), encoding="utf-8")
    same = drift(live("untouched"), "--open")
    other = drift(live("edited"), "--open", "--format", "json")

    assert same[:2] == (0, f"stack.yaml against context prod-eu ({SERVER})\n\nno difference\n")
    document = json.loads(other[1])
    assert document["not_compared"] == []
    assert [(item["place"], item["how"], item["owners"]) for item in document["changes"] if item["of"] == "key"] == [
        ("CODER_OIDC_CLIENT_SECRET", "differs", ["kubectl-edit"]),
        ("OTHER", "added", ["kubectl-edit"]),
    ]
    assert leaks([CANARY], {"json": other[1], "errors": other[2]}) == []


def test_objects_that_may_not_be_read_are_not_taken_for_equal(drift: Drift) -> None:
    code, out, _ = drift(RecordedApi(objects=live("untouched").objects, refused={"/api/v1/namespaces/team/secrets": 403}))
    assert code == 2
    assert "not compared: the Secret coder: this user may not read it\n\nno difference\n" in out
    code, out, _ = drift(RecordedApi(objects=live("edited").objects, refused={"/api/v1/namespaces/team/secrets": 403}))
    assert code == 1


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (401, "was not looked at: it does not know the credentials of the kubeconfig; log in again as the user of this context"),
        (403, "was not looked at: this user may read none of the stack's objects; log in again as the user of this context"),
        (429, "was not looked at: it has too many requests at the moment (429); check the server's health"),
        (500, "was not looked at: it answers with status 500; check the server's health"),
    ],
)
def test_a_cluster_that_cannot_be_read_is_one_sentence(drift: Drift, status: int, expected: str) -> None:
    code, out, err = drift(RecordedApi(refused={"/": status}))
    assert (code, out) == (2, "")
    assert err.startswith(f"codercfg: the cluster of context `prod-eu` ({SERVER}) {expected}")
    assert err.count("\n") == 1


def test_a_context_that_is_not_there_names_those_that_are(drift: Drift, tmp_path: Path) -> None:
    code, out, err = drift(RecordedApi(), "--context", "prd")
    assert (code, out) == (2, "")
    assert f"was not looked at: {tmp_path}/kubeconfig has no context `prd`; it has prod-eu; name a context" in err
    assert "with --context" in err


def test_too_little_time_names_the_option_of_the_command(drift: Drift) -> None:
    code, out, err = drift(live("untouched"), "--timeout", "0.000001")
    assert (code, out) == (2, "")
    assert err.endswith("the time for looking is over; raise --timeout, or look from a place nearer to the cluster\n")


def test_a_stack_of_files_needs_a_context(drift: Drift, tmp_path: Path) -> None:
    text = (CASES / "stack.yaml").read_text(encoding="utf-8").replace("{cluster: {context: prod-eu}}", "{files: {secrets: omit}}")
    (tmp_path / "stack.yaml").write_text(text, encoding="utf-8")
    without = drift(live("untouched"))
    given = drift(live("untouched"), "--context", "prod-eu")

    assert without == (2, "", "codercfg: the objects of this stack are files: name the cluster with --context\n")
    assert given[0] == 0


def test_a_stack_with_errors_is_compared_with_nothing(drift: Drift, tmp_path: Path) -> None:
    (tmp_path / "stack.yaml").write_text('config:\n  coder:release: "2.33.1"\n  coder:deployment: {no_such: 1}\n', encoding="utf-8")
    api = live("untouched")
    code, out, err = drift(api)
    assert (code, out, api.asked) == (2, "", [])
    assert "error[" in err


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "1e9", "x"])
def test_a_time_that_is_none_is_wrong_use(drift: Drift, seconds: str) -> None:
    code, out, err = drift(RecordedApi(), "--timeout", seconds)
    assert (code, out) == (2, "")
    assert "--timeout" in err


def test_an_empty_cluster_lacks_every_object(drift: Drift) -> None:
    code, out, _ = drift(RecordedApi())
    assert code == 1
    assert out.count("\n  is not in the cluster\n") == 9


def test_a_credential_plugin_sees_neither_passphrase_nor_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = tmp_path / "seen"
    plugin = "import os, pathlib, sys; pathlib.Path(sys.argv[1]).write_text(repr(os.environ)); print('not a credential ' + sys.argv[0])"
    command = {"apiVersion": "client.authentication.k8s.io/v1", "command": sys.executable, "args": ["-c", plugin, str(seen)]}
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("LEFT_IN_THE_SHELL", f"x {CANARY}")
    monkeypatch.setenv("AWS_PROFILE", "prod")
    (tmp_path / "stack.yaml").write_text(sealed(CANARY), encoding="utf-8")
    with live("untouched").listening() as address:
        kubeconfig = write_kubeconfig(tmp_path / "kubeconfig", address, {"exec": command | {"interactiveMode": "Never"}}, "prod-eu")
        assert main(["drift", str(tmp_path / "stack.yaml"), "--open", "--kubeconfig", str(kubeconfig)]) == 0
    captured = capsys.readouterr()
    assert "'AWS_PROFILE': 'prod'" in seen.read_text()
    assert leaks([CANARY, PASSPHRASE], {"plugin": seen.read_text(), "out": captured.out, "errors": captured.err}) == []
    assert captured.err == ""


LATE = "the credential plugin of the kubeconfig did not answer in time; raise --timeout, or look from a place nearer to the cluster"
HANGING = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))
time.sleep(60)
"""


@pytest.fixture
def hangs(tmp_path: Path) -> tuple[list[str], Path]:
    """The command, with a credential plugin that never answers, and the file in which that leaves its process."""
    plugin, noted = tmp_path / "plugin.py", tmp_path / "pid"
    plugin.write_text(HANGING)
    command = {"apiVersion": "client.authentication.k8s.io/v1", "command": sys.executable, "args": [str(plugin), str(noted)]}
    kubeconfig = write_kubeconfig(
        tmp_path / "kubeconfig", "http://127.0.0.1:9", {"exec": command | {"interactiveMode": "Never"}}, "prod-eu"
    )
    return ["drift", str(CASES / "stack.yaml"), "--kubeconfig", str(kubeconfig)], noted


def test_a_credential_plugin_that_hangs_ends_with_the_time(
    hangs: tuple[list[str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, noted = hangs
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    began = time.monotonic()
    assert main([*arguments, "--timeout", "6"]) == 2
    assert time.monotonic() - began < 6.5
    assert capsys.readouterr() == ("", f"codercfg: the cluster of context `prod-eu` was not looked at as a whole: {LATE}\n")
    wait_for(lambda: gone(int(noted.read_text())))
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_stopped_leaves_no_credential_plugin(hangs: tuple[list[str], Path], tmp_path: Path, number: int) -> None:
    arguments, noted = hangs
    (tmp_path / "temporary").mkdir()
    environ = {**os.environ, "TMPDIR": str(tmp_path / "temporary")}
    running = subprocess.Popen([sys.executable, "-m", "codercfg.cli", *arguments], env=environ)
    wait_for(lambda: noted.exists() and noted.read_text() != "")
    running.send_signal(number)
    assert running.wait(20) == 130
    wait_for(lambda: gone(int(noted.read_text())))
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_page_about_the_json_form_shows_its_keys() -> None:
    page = (CASES.parents[2] / "docs" / "drift-report.md").read_text(encoding="utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    made = json.loads((CASES / "edited" / "drift.json").read_text(encoding="utf-8"))
    assert list(shown) == list(made)
    assert list(shown["changes"][0]) == list(made["changes"][0])
    assert list(shown["changes"][0]["origin"]) == list(made["changes"][0]["origin"])
