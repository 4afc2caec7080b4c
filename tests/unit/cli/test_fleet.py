"""`codercfg fleet preview` with a stand-in for the CLI: the summary, exit codes, wrong use, and what is left behind."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from codercfg.cli.main import main
from codercfg.cli.version import VERSION
from unit.cli.ended import gone, wait_for
from unit.cli.golden import assert_golden
from unit.cli.stack_files import BAD, CANARY, GOOD
from unit.fleet.event_log import as_file, deployment, error, log, secret, service, step
from unit.fleet.fake_cli import FakeCli

CASES = Path(__file__).parents[2] / "cases" / "fleet"
# Options for the runtime keep our own helper away: what is tested here is the rest.
PROJECT = "name: coder\nruntime: {name: python, options: {toolchain: pip}}\nmain: infra\nstackConfigDir: stacks\n"
OLD = [{"name": "CODER_ACCESS_URL", "value": "https://coder.example.com"}, {"name": "CODER_VERBOSE", "value": "true"}]
NEW = [{"name": "CODER_ACCESS_URL", "value": "https://code.example.com"}, {"name": "CODER_NOTE", "value": "x" * 100}]
UNCHANGED = log(step("same", as_file(service()), as_file(service())))
LOGS = {
    "unchanged": UNCHANGED,
    "rolls": log(
        step("update", as_file(deployment(OLD)), as_file(deployment(NEW, 3))),
        step("update", as_file(secret("KEY"), revisions={"KEY": 1}), as_file(secret("KEY"), revisions={"KEY": 2})),
    ),
    "deletes": log(step("delete", as_file(service()), None), step("create", None, as_file(deployment(NEW)))),
    "replaces": log(step("replace", as_file(service(), "a.yaml"), as_file(service(), "b.yaml"))),
    "safe": log(step("update", as_file(service()), as_file(service("LoadBalancer")))),
}


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCli:
    (tmp_path / "Pulumi.yaml").write_text(PROJECT)
    (tmp_path / "stacks").mkdir()
    monkeypatch.chdir(tmp_path)
    made = FakeCli(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{made.folder}:{os.environ['PATH']}")
    return made


def stack(cli: FakeCli, name: str, events: str = UNCHANGED, text: str = GOOD, stderr: str = "", code: int = 0) -> str:
    path = f"stacks/Pulumi.{name}.yaml"
    Path(path).write_text(text)
    cli.prepare(name, events, stderr, code)
    return path


def fleet(*arguments: str) -> int:
    return main(["fleet", "preview", *arguments, "--color", "never"])


def timeless(text: str) -> str:
    text = re.sub(r'("(?:seconds|total|engine|program|program_cpu)": )[0-9.]+', r"\g<1>0.0", text)
    return re.sub(r"[0-9.]+ s\b", "0 s", text.replace(VERSION, "0.0.0"))


def everything(cli: FakeCli) -> list[str]:
    paths = [stack(cli, name, events) for name, events in LOGS.items()]
    paths.append(stack(cli, "broken", text=BAD))
    paths.append(stack(cli, "refused", log(error("policy says no\n  = help: ask\n"), finished=False), code=255))
    paths.append(stack(cli, "unknown", "", stderr="error: no stack named 'unknown' found\n", code=6))
    return paths


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_summary_is_as_recorded(cli: FakeCli, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = fleet(*everything(cli), "--format", form, "--jobs", "3")
    printed = timeless(capsys.readouterr().out)

    assert code == 1
    assert CANARY not in printed
    assert_golden(CASES / f"everything.{'json' if form == 'json' else 'txt'}", printed)


def test_the_shape_of_the_document_is_version_1(cli: FakeCli, capsys: pytest.CaptureFixture[str]) -> None:
    fleet(stack(cli, "unchanged"), "--format", "json")
    document = json.loads(capsys.readouterr().out)

    assert document["version"] == 1
    assert set(document) == {"version", "tool", "ok", "changed", "verdicts", "jobs", "seconds", "stacks"}


def test_a_stack_with_errors_never_starts_the_cli(cli: FakeCli) -> None:
    assert fleet(stack(cli, "broken", text=BAD), stack(cli, "fine")) == 1
    assert cli.started == {"fine"}


@pytest.mark.parametrize(
    ("name", "arguments", "code"), [("unchanged", ["--expect-no-changes"], 0), ("safe", [], 0), ("safe", ["--expect-no-changes"], 1)]
)
def test_a_change_is_no_failure_unless_none_was_expected(cli: FakeCli, name: str, arguments: list[str], code: int) -> None:
    assert fleet(stack(cli, name, LOGS[name]), *arguments) == code


@pytest.mark.parametrize("arguments", [[], ["--expect-no-changes"]])
def test_a_stack_that_is_not_in_the_backend_is_neither_well_nor_changed(
    cli: FakeCli, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = stack(cli, "new", "", stderr="error: no stack named 'new' found\n", code=6)
    assert fleet(path, *arguments, "--format", "json") == 1

    document = json.loads(capsys.readouterr().out)
    assert (document["ok"], document["changed"], document["stacks"][0]["verdict"]) == (False, False, "not in the backend")
    assert document["stacks"][0]["help"][0].startswith("`pulumi stack init new` creates it in this backend, and `pulumi up --stack new`")


def test_stacks_stay_in_the_order_given_and_a_stack_named_twice_is_previewed_once(cli: FakeCli, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = stack(cli, "zebra"), stack(cli, "ant")
    assert fleet(first, second, "zebra", "--jobs", "8") == 0

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[:2]] == ["zebra", "ant"]


def test_an_engine_that_ended_well_but_said_nothing_is_a_failure(cli: FakeCli, capsys: pytest.CaptureFixture[str]) -> None:
    assert fleet(stack(cli, "silent", "")) == 1
    assert "error: the Pulumi CLI ended with exit code 0 and no result" in capsys.readouterr().out


def test_an_object_in_a_form_that_nobody_knows_is_a_failure_and_no_exception(cli: FakeCli, capsys: pytest.CaptureFixture[str]) -> None:
    odd = deployment([])
    odd["spec"]["template"]["spec"]["containers"][0]["env"] = 5
    events = log(step("update", as_file(odd), as_file(deployment(OLD))))
    assert fleet(stack(cli, "odd", events)) == 1
    printed = capsys.readouterr()
    assert "error: the Pulumi CLI describes its preview in a form that is not known here" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "there is no stack `nowhere`: neither a file of that name nor stacks/Pulumi.nowhere.yaml"),
        (["stacks/Pulumi.nowhere.yaml"], "stacks/Pulumi.nowhere.yaml cannot be read: there is no such file"),
        (["stacks"], "stacks cannot be read: it is a directory"),
        (["notes.txt"], "is no stack file of this project: the CLI reads"),
        (["fine", "--jobs", "0"], "--jobs takes a number from 1 to 256"),
        (["fine", "--jobs", "many"], "argument --jobs: invalid int value: 'many'"),
        (["fine", "--timeout", "nan"], "--timeout takes a number of seconds above 0"),
        ([], "the following arguments are required: STACK"),
    ],
)
def test_wrong_use_is_one_sentence_and_starts_nothing(
    cli: FakeCli, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stack(cli, "fine")
    Path("notes.txt").write_text("text\n")
    assert fleet(*arguments) == 2

    assert sentence in capsys.readouterr().err
    assert cli.started == set()


def test_stacks_of_two_projects_are_wrong_use(cli: FakeCli, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    (other / "stacks").mkdir(parents=True)
    (other / "Pulumi.yaml").write_text(PROJECT)
    (other / "stacks" / "Pulumi.b.yaml").write_text(GOOD)
    assert fleet(stack(cli, "a"), str(other / "stacks" / "Pulumi.b.yaml")) == 2
    assert "the stacks belong to several projects" in capsys.readouterr().err


def test_without_a_cli_the_remedy_is_named(cli: FakeCli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = stack(cli, "fine")
    monkeypatch.setenv("PATH", str(Path.cwd() / "nothing"))
    assert fleet(path) == 2
    assert "there is no `pulumi` on PATH: run `make tools`" in capsys.readouterr().err


def test_an_unknown_action_is_wrong_use(cli: FakeCli, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fleet", "up", stack(cli, "fine")]) == 2
    assert "write `codercfg fleet preview`" in capsys.readouterr().err


def test_a_preview_that_hangs_is_ended_with_all_it_started(cli: FakeCli, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [stack(cli, "hangs"), stack(cli, "fine")]
    cli.hang("hangs")
    assert fleet(*paths, "--timeout", "0.5", "--jobs", "2") == 1

    assert "error: the preview was ended after 0.5 s" in capsys.readouterr().out
    assert gone(int((cli.folder / "hangs.pid").read_text()))


def heed_signals() -> None:
    """Whoever runs the tests may ignore them, as `nohup` does, and a process inherits that."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGHUP, 130), (signal.SIGKILL, -9)])
def test_a_command_that_is_stopped_leaves_nothing(
    cli: FakeCli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    path = stack(cli, "hangs")
    cli.hang("hangs")
    script = cli.folder / "pulumi"
    if number == signal.SIGKILL:  # then nobody can insist: what ends on being asked has to be gone
        script.write_text(script.read_text().replace("trap '' TERM", "trap 'kill $(cat hangs.pid); exit 1' TERM"))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "codercfg.cli", "fleet", "preview", path]
    running = subprocess.Popen(
        command,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        preexec_fn=heed_signals,  # noqa: PLW1509  (sets two signals, no more)
    )
    child = cli.folder / "hangs.pid"
    wait_for(lambda: child.exists() and child.read_text().strip() != "")
    running.send_signal(number)

    assert running.wait(20) == code
    wait_for(lambda: gone(int(child.read_text())))
    if number == signal.SIGKILL:  # then the next command does
        for left in temporary.rglob("*"):
            os.utime(left, (0, 0))
        monkeypatch.setattr(tempfile, "tempdir", str(temporary))
        assert fleet(stack(cli, "fine")) == 0
    assert list(temporary.iterdir()) == []
