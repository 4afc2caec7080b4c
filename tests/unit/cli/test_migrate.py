from __future__ import annotations

import io
import json
import os
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from codercfg.cli import rewritten_file
from codercfg.cli.exit_code import WrongUseError
from codercfg.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "hunter2canary"
OLD = """\
# A comment that holds hunter2canary for no good reason.
config:
  other:token: hunter2canary
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    ai:
      bridge:
        enabled: true
        openai:
          key: {secure: "v1:AAAA:BBBB"}  # was hunter2canary
          base_url: https://me:hunter2canary@llm.example.com/v1/
        bedrock:
          region: eu-west-1
          access_key: {secretRef: {name: aws, key: id}}
          access_key_secret: {secretRef: {name: aws, key: secret}}
"""
PIECES = [CANARY[start : start + 8] for start in range(len(CANARY) - 7)]


@pytest.fixture
def stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stacks").mkdir()
    path = tmp_path / "stacks" / "Pulumi.old.yaml"
    path.write_text(OLD)
    return path


def test_the_difference_is_shown_and_nothing_is_written(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate", "old", "--to", "2.34.1"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("--- stacks/Pulumi.old.yaml\n+++ stacks/Pulumi.old.yaml\n@@")
    assert '-  coder:release: "2.33.1"\n+  coder:release: "2.34.1"\n' in out
    assert '+            key: {secure: "v1:AAAA:BBBB"}  # ********\n' in out
    assert stack.read_text() == OLD


def test_lines_around_a_change_show_nothing_that_may_be_secret(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--diff"], ["--providers", "hcl"], ["--providers", "api"], ["--write"]):
        assert main(["migrate", "old", "--to", "2.34.1", *arguments]) == 0
    shown = capsys.readouterr()

    assert stack.is_file()
    assert not [piece for piece in PIECES if piece in shown.out + shown.err]
    assert "********" in shown.out


def test_a_plain_secret_stops_the_migration_and_is_not_shown(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack.write_text(OLD.replace('{secure: "v1:AAAA:BBBB"}', CANARY))
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 1
    shown = capsys.readouterr()

    assert not [piece for piece in PIECES if piece in shown.out + shown.err]
    assert "STK" in shown.err
    assert stack.read_text() == OLD.replace('{secure: "v1:AAAA:BBBB"}', CANARY)


def test_writing_keeps_permissions_and_leaves_no_other_file(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack.chmod(0o640)
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 0

    assert capsys.readouterr().out == "written    stacks/Pulumi.old.yaml\n"
    assert stack.stat().st_mode & 0o7777 == 0o640
    assert [path.name for path in stack.parent.iterdir()] == ["Pulumi.old.yaml"]
    assert "type: bedrock" in stack.read_text()
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 0
    assert capsys.readouterr().out == "unchanged  stacks/Pulumi.old.yaml\n"


def test_a_link_stays_a_link(stack: Path) -> None:
    target = stack.parent.parent / "real.yaml"
    stack.rename(target)
    stack.symlink_to(target)
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 0

    assert stack.is_symlink()
    assert '"2.34.1"' in target.read_text()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_and_line_ends_survive(stack: Path, mark: bytes) -> None:
    stack.write_bytes(mark + OLD.replace("\n", "\r\n").encode())
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 0

    data = stack.read_bytes()
    assert data.startswith(mark + b"# A comment")
    assert data.count(b"\r\n") == data.count(b"\n") > 15


def test_a_full_disk_leaves_the_file_as_it_was(stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device", "Pulumi.old.yaml")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 2

    assert "No space left on device" in capsys.readouterr().err
    assert stack.read_text() == OLD
    assert [path.name for path in stack.parent.iterdir()] == ["Pulumi.old.yaml"]


def test_a_file_that_changed_in_between_is_not_overwritten(stack: Path) -> None:
    with pytest.raises(WrongUseError, match="was changed by somebody else just now"):
        rewritten_file.write(stack, "something else", "new")
    assert stack.read_text() == OLD


def test_standard_input_can_be_shown_but_not_written(
    stack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, code in (([], 0), (["--write"], 2)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(OLD.encode())))
        assert main(["migrate", "-", "--to", "2.34.1", *arguments]) == code

    assert stack.read_text() == OLD
    assert "--write needs a file" in capsys.readouterr().err


def test_what_the_release_would_not_take_is_told_with_places_in_the_new_text(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack.write_text(OLD + "        providers: [{type: openai}]\n")
    assert main(["migrate", "old", "--to", "2.34.1", "--write"]) == 1

    shown = capsys.readouterr()
    assert "stacks/Pulumi.old.yaml (migrated):" in shown.err
    assert "error[AIP103]" in shown.err
    assert shown.err.endswith("codercfg: stacks/Pulumi.old.yaml is unchanged: nothing is written before this is in order\n")
    assert shown.out == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["old"], "the following arguments are required: --to"),
        (["old", "--to", "soon"], "`soon` is no release"),
        (["old", "--to", "2.33.1", "--providers", "hcl"], "--providers is for 2.34 and later"),
        (["old", "--to", "2.34.1", "--write", "--diff"], "not allowed with"),
        (["missing", "--to", "2.34.1"], "there is no stack `missing`"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stack.is_file()
    assert main(["migrate", *arguments]) == 2
    shown = capsys.readouterr()

    assert sentence in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_nothing_to_do_is_said(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stack.write_text('config:\n  coder:release: "2.34.1"\n  coder:deployment: {access_url: https://coder.example.com}\n')
    assert main(["migrate", "old", "--to", "2.34.1"]) == 0
    assert capsys.readouterr().out == "stacks/Pulumi.old.yaml needs no change for Coder 2.34.1\n"


@pytest.mark.parametrize("release", ["2.34.1", "2.38", "2.40.2"])
def test_providers_for_the_database_have_no_secret_in_them(release: str, stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stack.is_file()
    assert main(["migrate", "old", "--to", release, "--providers", "api"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert [(item["name"], item["type"]) for item in found] == [("openai", "openai"), ("anthropic", "bedrock")]
    assert found[0]["base_url"] == "${AI_PROVIDER_OPENAI_BASE_URL}"
    assert found[0]["key"] == "${AI_PROVIDER_OPENAI_KEY}"
    assert found[1]["bedrock_access_key_secret"] == "${AI_PROVIDER_ANTHROPIC_BEDROCK_ACCESS_KEY_SECRET}"


def test_terraform_gets_write_only_keys(stack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stack.is_file()
    assert main(["migrate", "old", "--to", "2.34.1", "--providers", "hcl"]) == 0

    out = capsys.readouterr().out
    assert 'resource "coderd_ai_provider" "openai" {\n  name = "openai"\n  type = "openai"\n' in out
    assert "  api_key_wo = var.ai_provider_openai_key\n  api_key_wo_version = 1\n" in out
    assert "# now: key id of Secret aws\n" in out
    assert "v1:AAAA" not in out
