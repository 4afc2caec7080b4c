from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from codercfg.cli.main import main
from codercfg.cli.report_output import FORMATS
from unit.cli.stack_files import BAD, CANARY, GOOD

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stacks").mkdir()
    (tmp_path / "stacks" / "Pulumi.good.yaml").write_text(GOOD)
    (tmp_path / "stacks" / "Pulumi.bad.yaml").write_text(BAD)
    return tmp_path


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


@pytest.mark.parametrize("name", ["good", "stacks/Pulumi.good.yaml"])
def test_a_good_stack_is_ok_by_name_and_by_path(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["check", name]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == "ok: stacks/Pulumi.good.yaml (Coder 2.33.1)"


def test_errors_are_shown_in_the_file_and_give_exit_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["check", "bad"]) == 1

    out = capsys.readouterr().out
    assert "stacks/Pulumi.bad.yaml:6:7: error[STK" in out
    assert "6 |       issuer_urll: ********\n  |       ^^^^^^^^^^^\n" in out
    assert "7 |       client_secret: ********\n" in out
    assert out.splitlines()[-1].endswith("in stacks/Pulumi.bad.yaml (Coder 2.33.1)")


def test_several_stacks_make_one_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["check", "good", "bad", "good", "--format", "json"]) == 1

    document = json.loads(capsys.readouterr().out)
    assert [(item["input"], item["ok"]) for item in document["inputs"]] == [
        ("stacks/Pulumi.good.yaml", True),
        ("stacks/Pulumi.bad.yaml", False),
        ("stacks/Pulumi.good.yaml", True),
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_shows_a_secret_or_a_piece_of_one(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.env").write_text(f"CODER_OIDC_CLIENT_SECRET={CANARY}\nCODER_VERBOSE=maybe\n{CANARY}\nCODER_SCIM_AUTH_HEADER='{CANARY}\n")
    main(["check", "bad", "--format", form])
    main(["check", "--release", "2.33", "--environ", "x.env", "--format", form])

    out = capsys.readouterr().out
    pieces = {CANARY[start : start + 8] for start in range(len(CANARY) - 7)}
    assert not [piece for piece in pieces if piece in out]
    assert len(out) > 500


def test_a_stack_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(monkeypatch, BAD.encode())
    assert main(["check", "-"]) == 1
    assert "6 |       issuer_urll: ********\n" in capsys.readouterr().out


def test_text_on_standard_input_is_never_taken_for_a_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b"stacks/Pulumi.good.yaml")
    assert folder.is_dir()
    assert main(["check", "-"]) == 1
    assert "STK" in capsys.readouterr().out


def test_a_pipe_is_read_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = folder / "pipe.yaml"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(GOOD,), daemon=True)
    writer.start()
    assert main(["check", str(pipe)]) == 0
    writer.join(timeout=10)
    assert capsys.readouterr().out.endswith("ok: <text> (Coder 2.33.1)\n")


def test_a_pipe_that_an_option_names_is_not_waited_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "crt.pem")
    (folder / "coder.env").write_text("CODER_TLS_ENABLE=true\nCODER_TLS_CERT_FILE=crt.pem\nCODER_TLS_KEY_FILE=crt.pem\n")
    assert main(["check", "--release", "2.33.1", "--environ", "coder.env", "--read-files", "--format", "concise"]) == 1
    assert "coder.env:2:1: error[TLS006]: item 1 of `CODER_TLS_CERT_FILE` cannot be read\n" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["coder.env", "coder.env/", "./coder.env/.", "coder.env//"])
def test_a_slash_behind_a_file_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str], written: str) -> None:
    (folder / "coder.env").write_text("CODER_ACCESS_URL=https://coder.example.com\n")
    assert main(["check", "--release", "2.33.1", "--environ", written]) == 0
    assert main(["check", f"{folder}/stacks/Pulumi.good.yaml/"]) == 0
    assert "ok: " in capsys.readouterr().out


def test_variables_are_checked_from_a_file_with_their_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "coder.env").write_text("CODER_ACCESS_URL=https://coder.example.com\nCODER_VERBOSE=maybe\n")
    assert main(["check", "--release", "2.33.1", "--environ", "coder.env"]) == 1

    out = capsys.readouterr().out
    assert "coder.env:2:1: error[OPT" in out
    assert "2 | CODER_VERBOSE=maybe\n" in out
    assert out.endswith("1 error in coder.env (Coder 2.33.1)\n")


def test_variables_are_checked_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(monkeypatch, b"CODER_VERBOSE=maybe\nCODER_ACCESS_URL=https://coder.example.com\n")
    assert main(["check", "--release", "2.33.1", "--environ", "-", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("<stdin>:1:1: error[OPT")


def test_variables_of_the_process_are_checked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("os.environ", {"CODER_VERBOSE": "maybe", "CODER_ACCESS_URL": "https://coder.example.com"})
    assert main(["check", "--release", "2.33.1", "--environ", "process", "--format", "concise"]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("CODER_VERBOSE: error[OPT")
    assert lines[-1] == "1 error in the environment of this process (Coder 2.33.1)"


def test_the_server_yaml_and_arguments_are_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "server.yaml").write_text("networking:\n  accessURL: https://coder.example.com\n  nope: 1\n")
    code = main(["check", "--release", "2.33.1", "--config", "server.yaml", "--format", "concise", "--", "--verbose=maybe"])

    assert code == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("--verbose: error[OPT") for line in lines)
    assert any(line.startswith("server.yaml:3:") for line in lines)


def test_arguments_alone_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--release", "2.33.1", "--", "--access-url", "https://coder.example.com"]) == 0
    assert capsys.readouterr().out == "ok: the arguments of coder server (Coder 2.33.1)\n"


def test_files_are_read_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.env").write_text("CODER_TLS_ENABLE=true\nCODER_TLS_CERT_FILE=a.pem\nCODER_TLS_KEY_FILE=b.pem\n")
    arguments = ["check", "--release", "2.33.1", "--environ", "x.env"]

    assert main(arguments) == 0
    assert "not checked: " in capsys.readouterr().out
    assert main([*arguments, "--read-files"]) == 1
    assert "does not exist" in capsys.readouterr().out


def test_sarif_explains_the_codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    main(["check", "bad", "--format", "sarif"])

    [run] = json.loads(capsys.readouterr().out)["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {result["ruleId"] for result in run["results"]}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "nothing to check: name a stack, or use --environ, --config or -- (see `codercfg check --help`)"),
        (["--environ", "process"], "--release is needed: every check depends on it (see `codercfg check --help`)"),
        (["good", "--environ", "process"], "stacks and the server's own inputs are checked separately (see `codercfg check --help`)"),
        (["nope"], "there is no stack `nope`: neither a file of that name nor stacks/Pulumi.nope.yaml"),
        (
            ["godo"],
            "there is no stack `godo`: neither a file of that name nor stacks/Pulumi.godo.yaml; did you mean `good`?",
        ),
        ([""], "the name of a stack is empty: write the path of a stack file, or the name of a stack in stacks/"),
        (["a" * 300], f"{'a' * 300} cannot be read: file name too long"),
        (["nope.yaml"], "nope.yaml cannot be read: there is no such file"),
        (["stacks"], "stacks cannot be read: it is a directory"),
        (["latin1.yaml"], "latin1.yaml is not UTF-8 text: line 2 has bytes that are no character"),
        (["utf16.yaml"], "utf16.yaml is UTF-16 text; save it as UTF-8"),
        (["/dev/zero"], "/dev/zero cannot be read: it is no regular file of a sensible size"),
        (["a\0b.yaml"], r"a\x00b.yaml is no path that a file can have"),
        (["--environ", "nope.env", "--release", "2.33"], "nope.env cannot be read: there is no such file"),
        (["--config", "nope.yaml", "--release", "2.33"], "nope.yaml cannot be read: there is no such file"),
        (["--environ", "process", "--release", "x"], "`x` is no release: a release is written 2.33, 2.33.1 or 2.34.0-rc.1"),
    ],
)
def test_wrong_use_and_unreadable_input_are_one_sentence(
    arguments: list[str], sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "latin1.yaml").write_bytes(b"a: 1\nb: \xe4\n")
    (folder / "utf16.yaml").write_bytes("a: 1\n".encode("utf-16"))
    assert main(["check", *arguments]) == 2

    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"codercfg: {sentence}\n")


def test_a_name_outside_the_project_is_told_where_stacks_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "dev"]) == 2

    sentence = "there is no stack `dev`: neither a file of that name nor stacks/Pulumi.dev.yaml"
    assert capsys.readouterr().err == f"codercfg: {sentence}; there is no folder stacks/ here: go to the folder of the project first\n"


def test_a_file_without_permission_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def denied(_path: str, _mode: str) -> None:  # as root, no mode of a file denies anything
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("codercfg.cli.input_files.open", denied, raising=False)
    assert folder.is_dir()
    assert main(["check", "good"]) == 2
    assert capsys.readouterr().err == "codercfg: stacks/Pulumi.good.yaml cannot be read: permission denied\n"


def test_colour_is_used_when_asked_and_never_in_a_pipe(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.is_dir()
    main(["check", "bad", "--color", "always"])
    assert "\x1b[1;31merror[" in capsys.readouterr().out
    main(["check", "bad"])
    assert "\x1b" not in capsys.readouterr().out

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", "bad"])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    main(["check", "bad"])
    assert "\x1b[" in capsys.readouterr().out


def test_checking_a_good_stack_loads_nothing_heavy(folder: Path) -> None:
    program = "import sys; from codercfg.cli.main import main; main(['check', 'good']); print(*sys.modules, file=sys.stderr)"
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "infra")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=settings, cwd=folder, timeout=60, check=True)
    heavy = {"pulumi", "kubernetes", "jinja2", "ruamel", "asyncio", "rich", "pydantic_settings", "jsonschema", "jsonschema_rs"}

    assert done.stdout.endswith("ok: stacks/Pulumi.good.yaml (Coder 2.33.1)\n")
    assert {name.partition(".")[0] for name in done.stderr.split()} & heavy == set()


def test_an_input_without_end_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("codercfg.cli.input_files.LARGEST", 10)
    stdin(monkeypatch, b"x" * 11)
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == "codercfg: standard input is too large\n"
