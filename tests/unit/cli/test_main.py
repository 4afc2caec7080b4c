from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from codercfg.cli.main import COMMANDS, HELP, main
from codercfg.cli.version import VERSION

ROOT = Path(__file__).parents[3]
PROGRAM = [sys.executable, "-m", "codercfg.cli"]


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "infra"), **environ}
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, env=settings, timeout=60, check=False)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0

    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.split("commands:\n")[1].split("\n\n")[0].splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    help_ = capsys.readouterr().out
    assert help_.startswith(f"usage: codercfg {command} ")

    assert main(["help", command]) == 0
    assert capsys.readouterr().out == help_


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_hundred_columns(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main([*([command] if command else []), "--help"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if len(line) > 100] == []


def test_help_about_a_command_that_does_not_exist_is_the_help_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "chek"]) == 0
    assert capsys.readouterr().out == HELP


@pytest.mark.parametrize("flag", ["--version", "-V", "version"])
def test_the_version_is_that_of_the_package(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([flag]) == 0
    assert capsys.readouterr().out == f"codercfg {VERSION}\n"
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == VERSION


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f"a command is missing: one of {', '.join(COMMANDS)}"),
        (["chek"], "there is no command `chek`; did you mean `check`?"),
        (["\x1b[2J"], rf"there is no command `\x1b[2J`; the commands are {', '.join(COMMANDS)}"),
        (["options", "--formt"], "there is no option `--formt`; did you mean `--format`? (see `codercfg options --help`)"),
        (["check", "prod", "--formt=json"], "there is no option `--formt`; did you mean `--format`? (see `codercfg check --help`)"),
        (["render", "prod", "--kubeconfig", "x"], "there is no option `--kubeconfig` (see `codercfg render --help`)"),
        (["rules", "AIP", "SES"], "one argument too many: `SES` (see `codercfg rules --help`)"),
        (
            ["check", "prod", "--postgres-url=canary"],
            "there is no option `--postgres-url`; options of `coder server` stand behind `--` (see `codercfg check --help`)",
        ),
        (["options", "--release"], "argument --release: expected one argument (see `codercfg options --help`)"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2

    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"codercfg: {sentence}\n")


def test_a_closed_pipe_ends_the_program_without_a_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        settings = {**os.environ, "PYTHONPATH": str(ROOT / "infra")}
        done = subprocess.run([*PROGRAM, "options"], stdout=writer, stderr=subprocess.PIPE, env=settings, timeout=60, check=False)
    finally:
        os.close(writer)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("rules AIP101 >&-", 0, ""),
        ("check nothing.yaml 2>&-", 2, ""),
        ("rules AIP101 >&- 2>&- <&-", 0, ""),
        ("check - <&-", 2, "codercfg: standard input is closed: name a file\n"),
        ("check --release 2.33.1 --environ - <&-", 2, "codercfg: standard input is closed: name a file\n"),
    ],
)
def test_a_closed_stream_is_no_bug(command: str, code: int, said: str) -> None:
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "infra")}
    shell = ["sh", "-c", f'"$@" {command}', "sh", *PROGRAM]
    done = subprocess.run(shell, capture_output=True, text=True, env=settings, timeout=60, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (code, "", said)


def test_a_terminal_that_is_not_utf8_costs_an_escape_only() -> None:
    done = run("explain", "CODER_OIDC_CLIENT_SECRET", PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stderr) == (0, "")
    assert "secretRef" in done.stdout


def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("codercfg.cli.options.run", interrupted)

    assert main(["options"]) == 130
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(_arguments: list[str]) -> int:
        raise OSError(28, "No space left on device", "out/x.yaml")

    monkeypatch.setattr("codercfg.cli.options.run", full)

    assert main(["options"]) == 2
    assert capsys.readouterr().err == "codercfg: out/x.yaml: No space left on device\n"


def test_a_bug_is_one_sentence_without_the_text_of_the_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_arguments: list[str]) -> int:
        raise KeyError("hunter2canary")

    monkeypatch.setattr("codercfg.cli.options.run", broken)

    assert main(["options"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("codercfg: this is a bug in codercfg: KeyError in ")
    assert "hunter2canary" not in err
    assert err.count("\n") == 1

    monkeypatch.setenv("CODERCFG_TRACEBACK", "1")
    with pytest.raises(KeyError, match="hunter2canary"):
        main(["options"])


def test_help_and_version_load_next_to_nothing() -> None:
    program = "import sys; from codercfg.cli.main import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "infra")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=settings, timeout=60, check=True)

    assert not {"argparse", "pydantic", "yaml", "json", "re2"} & set(done.stderr.split())


def test_too_little_memory_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def hungry(_arguments: list[str]) -> int:
        raise MemoryError

    monkeypatch.setattr("codercfg.cli.options.run", hungry)

    assert main(["options"]) == 2
    assert capsys.readouterr().err == "codercfg: there is not enough memory for this input\n"
