from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from codercfg.cli.main import main
from unit.cli.stack_files import BAD, CANARY, GOOD

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stacks").mkdir()
    (tmp_path / "stacks" / "Pulumi.good.yaml").write_text(GOOD)
    (tmp_path / "stacks" / "Pulumi.bad.yaml").write_text(BAD)
    return tmp_path


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_only_new_findings_fail_after_the_list_was_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad", "good", "--baseline", "known.json", "--write-baseline"]) == 0
    assert out(capsys).startswith("wrote known.json: ")
    assert main(["check", "bad", "--baseline", "known.json"]) == 0
    assert " known from the baseline (" in out(capsys).splitlines()[-1]

    (folder / "stacks" / "Pulumi.bad.yaml").write_text(f"# moved\n\n{BAD}    verbose: maybe\n")
    assert main(["check", "bad", "--baseline", "known.json", "--format", "concise"]) == 1
    first, _summary = out(capsys).splitlines()
    assert first.startswith("stacks/Pulumi.bad.yaml:11:14: error[OPT001]: `verbose`")


def test_a_finding_that_was_put_right_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "bad", "--baseline", "known.json", "--write-baseline"])
    (folder / "stacks" / "Pulumi.bad.yaml").write_text(BAD.replace("issuer_urll", "issuer_url"))
    out(capsys)

    assert main(["check", "bad", "--baseline", "known.json", "--format", "concise"]) == 0
    assert "known.json: info[BSL001]: STK" in out(capsys)


def test_the_list_is_good_from_every_working_directory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "./stacks/../stacks/Pulumi.bad.yaml", "--baseline", "known.json", "--write-baseline"])
    assert list(json.loads((folder / "known.json").read_text())["inputs"]) == ["stacks/Pulumi.bad.yaml"]
    monkeypatch.chdir(folder / "stacks")

    assert main(["check", "Pulumi.bad.yaml", "--baseline", "../known.json"]) == 0
    assert "known from the baseline" in out(capsys)


def test_writing_again_keeps_the_findings_of_other_inputs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.env").write_text("CODER_VERBOSE=maybe\n")
    main(["check", "bad", "--baseline", "known.json", "--write-baseline"])
    main(["check", "--release", "2.33", "--environ", "x.env", "--baseline", "known.json", "--write-baseline"])
    out(capsys)

    assert sorted(json.loads((folder / "known.json").read_text())["inputs"]) == ["stacks/Pulumi.bad.yaml", "x.env"]
    assert main(["check", "bad", "--baseline", "known.json"]) == 0
    assert main(["check", "--release", "2.33", "--environ", "x.env", "--baseline", "known.json"]) == 0


def test_the_list_holds_no_value(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "bad", "--baseline", "known.json", "--write-baseline"])

    assert CANARY not in (folder / "known.json").read_text() + out(capsys)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--write-baseline"], "--write-baseline needs --baseline, the file to write (see `codercfg check --help`)"),
        (["--baseline", "none.json"], "none.json cannot be read: there is no such file"),
        (["--baseline", "wrong.json"], "wrong.json is no baseline: it is not JSON"),
        (["--baseline", "wrong.json", "--write-baseline"], "wrong.json is no baseline: it is not JSON"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "wrong.json").write_text("config:\n")

    assert main(["check", "good", *arguments]) == 2
    assert capsys.readouterr().err == f"codercfg: {sentence}\n"
    assert (folder / "wrong.json").read_text() == "config:\n"


def test_comments_in_the_servers_own_files_allow_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.env").write_text("# codercfg: allow HTP015 because it is a laptop\nCODER_ACCESS_URL=http://localhost\n")
    (folder / "c.yaml").write_text("networking:\n  accessURL: http://localhost # codercfg: allow HTP015 because it is a laptop\n")

    assert main(["check", "--release", "2.33.1", "--environ", "x.env"]) == 0
    assert out(capsys) == "ok: x.env (Coder 2.33.1); 1 allowed by comments\n"
    assert main(["check", "--release", "2.33.1", "--config", "c.yaml"]) == 0
    assert out(capsys).endswith("\n1 note in c.yaml (Coder 2.33.1); 1 allowed by comments\n")
    (folder / "x.env").write_text("# codercfg: allow TLS019 because it is a laptop\nCODER_ACCESS_URL=https://c.example.com\n")
    main(["check", "--release", "2.33.1", "--environ", "x.env", "--format", "concise"])
    assert out(capsys).startswith("x.env:1:1: warning[ALW004]: TLS019 is allowed, but line 2 has no such finding\n")
