from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest
import yaml

from codercfg.cli.main import main
from codercfg.cli.manifests import directory, objects_of, project_root
from codercfg.cli.stacks import load
from codercfg.kubernetes_objects.manifest_text import file_name, file_text, header
from unit.cli.stack_files import BAD, CANARY, GOOD

if TYPE_CHECKING:
    from pathlib import Path

TRIAL = """\
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: https://coder.example.com}
  coder:kubernetes: {postgres: {trial: true}}
  coder:target: {files: {secrets: write}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Pulumi.yaml").write_text("name: coder\nruntime: python\n")
    (tmp_path / "stacks").mkdir()
    for name, text in (("good", GOOD), ("bad", BAD), ("trial", TRIAL)):
        (tmp_path / "stacks" / f"Pulumi.{name}.yaml").write_text(text)
    return tmp_path


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


def test_files_go_where_pulumi_up_puts_them_and_hold_the_same_bytes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "good"]) == 0

    stack = load("good").stack
    assert stack is not None
    objects = objects_of(stack, folder, "", write_secrets=False)
    expected = {file_name(manifest, "coder"): file_text(header("good"), manifest) for manifest in objects.manifests}
    assert files(folder / "out" / "good") == expected
    assert list(expected) == sorted(expected)
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [f"written    {folder / 'out' / 'good' / name}" for name in expected]
    assert "info[K8S010]: the Secret `coder` is left out" in captured.err


def test_a_second_run_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", "good"])
    before = {path: path.stat().st_mtime_ns for path in (folder / "out" / "good").iterdir()}
    capsys.readouterr()
    assert main(["render", "good"]) == 0

    assert {path: path.stat().st_mtime_ns for path in (folder / "out" / "good").iterdir()} == before
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == {"unchanged"}


def test_the_stream_holds_the_same_documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", "good", "--out", "x"])
    capsys.readouterr()
    assert main(["render", "good", "--stdout"]) == 0

    out = capsys.readouterr().out
    assert out.split("---\n") == list(files(folder / "x").values())
    assert next(document["kind"] for document in yaml.safe_load_all(out)) == "Namespace"


def test_secrets_are_written_only_when_asked_and_for_the_owner_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "trial", "--secrets", "omit", "--out", "omitted"]) == 0
    assert not [name for name in files(folder / "omitted") if "secret" in name]
    assert main(["render", "trial"]) == 0

    written = folder / "out" / "trial"
    secrets = [path for path in written.iterdir() if "-secret-" in path.name]
    assert sorted(path.name for path in secrets) == ["30-secret-coder-postgres.yaml", "30-secret-coder.yaml"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in secrets} == {0o600}
    password = (folder / ".codercfg" / "trial" / "postgres-password").read_text().strip()
    captured = capsys.readouterr()
    assert password not in captured.out + captured.err
    assert not [path for path in written.iterdir() if path not in secrets and password in path.read_text()]


def test_a_secret_that_is_no_longer_written_is_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", "trial"])
    capsys.readouterr()
    assert main(["render", "trial", "--secrets", "omit"]) == 0

    removed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("removed")]
    assert removed == [f"removed    {folder}/out/trial/30-secret-{name}.yaml" for name in ("coder-postgres", "coder")]
    assert not list((folder / "out" / "trial").glob("*secret*"))


def test_a_foreign_file_stops_everything_unless_forced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder / "out" / "good"
    target.mkdir(parents=True)
    (target / "60-deployment-coder.yaml").write_text("mine: true\n")
    (target / "notes.yaml").write_text("mine: true\n")
    assert main(["render", "good"]) == 2

    captured = capsys.readouterr()
    assert captured.err.splitlines()[-1].startswith(f"codercfg: {target}/60-deployment-coder.yaml exists and was not written by codercfg")
    assert sorted(files(target)) == ["60-deployment-coder.yaml", "notes.yaml"]
    assert main(["render", "good", "--force"]) == 0
    assert files(target)["60-deployment-coder.yaml"].startswith(header("good"))
    assert files(target)["notes.yaml"] == "mine: true\n"


@pytest.mark.parametrize(("out", "named"), [("file", "file"), ("file/x", "file"), ("here/../file", "here/../file")])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_file_where_a_folder_is_meant_is_called_one(
    folder: Path, out: str, named: str, force: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "file").write_text("mine\n")
    (folder / "here").mkdir()
    assert main(["render", "good", "--out", out, *force]) == 2

    said = capsys.readouterr().err.splitlines()[-1]
    assert said == f"codercfg: {named} is a file, and manifests need a folder: name another one with --out, or move the file away"
    assert (folder / "file").read_text() == "mine\n"


def test_force_is_no_advice_where_it_would_not_help(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x" / "00-namespace-coder.yaml").mkdir(parents=True)
    assert main(["render", "good", "--out", "x"]) == 2

    said = capsys.readouterr().err.splitlines()[-1]
    assert said == "codercfg: x/00-namespace-coder.yaml cannot be read: Is a directory; choose another directory"


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.EACCES, "Make its directory writable for you"),
        (errno.EROFS, "Make its directory writable for you"),
        (errno.ENOSPC, "Free some disk space (or raise the quota)"),
        (errno.EISDIR, "Move the directory of that name away"),
    ],
)
def test_what_cannot_be_written_is_told_with_its_remedy(
    folder: Path, number: int, remedy: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(path: Path, *_: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr("codercfg.kubernetes_objects.owned_file.write_atomically", fail)
    assert main(["render", "good", "--out", "x"]) == 2

    said = capsys.readouterr().err.splitlines()[-1]
    assert said == (
        f"codercfg: x/00-namespace-coder.yaml cannot be written: {os.strerror(number)}; what was there is untouched. "
        f"{remedy}, then run the same command again: it goes on from here. Or name another folder with --out"
    )
    assert not (folder / "x").exists()


def test_files_of_another_stack_are_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", "good", "--out", "x"])
    before = files(folder / "x")
    assert main(["render", "trial", "--out", "x"]) == 2

    assert "belongs to the stack good" in capsys.readouterr().err
    assert files(folder / "x") == before


def test_encrypted_values_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "good", "--secrets", "write"]) == 1

    captured = capsys.readouterr()
    assert "error[K8S011]" in captured.err
    assert captured.out == ""
    assert not (folder / "out").exists()


def test_a_stack_with_errors_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "bad"]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert CANARY not in captured.err
    assert not (folder / "out").exists()


def test_a_damaged_local_secret_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", "trial"])
    (folder / ".codercfg" / "trial" / "postgres-password").write_text("x")
    capsys.readouterr()
    assert main(["render", "trial"]) == 2

    assert "is damaged" in capsys.readouterr().err.splitlines()[-1]


def test_the_directory_is_that_of_the_stack_below_the_project(folder: Path) -> None:
    (folder / "stacks" / "Pulumi.own.yaml").write_text(GOOD + "  coder:target: {files: {directory: manifests}}\n")
    stack = load("own").stack
    assert stack is not None
    assert project_root(stack) == folder
    assert directory(stack, folder) == folder / "manifests"


def test_a_file_that_cannot_be_written_is_called_by_its_own_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "made/60-deployment-coder.yaml").mkdir(parents=True)
    assert main(["render", "good", "--out", "made", "--force"]) == 2

    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("codercfg: made/60-deployment-coder.yaml cannot be written: Is a directory; ")


def test_a_file_of_the_project_without_checksum_is_answered_with_the_line_to_write(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "certs").mkdir()
    (folder / "certs" / "ca.pem").write_bytes(b"no certificate")
    text = TRIAL.replace("{postgres: {trial: true}}", "{postgres: {trial: true}, certs: {files: [{path: certs/ca.pem}]}}")
    (folder / "stacks" / "Pulumi.certs.yaml").write_text(text)

    assert main(["render", "certs"]) == 1

    said = capsys.readouterr().err
    assert "write `- {path: certs/ca.pem, sha256: " in said
    assert "error[K8S052]: `certs/ca.pem` holds no certificate" in said
    assert not (folder / "out" / "certs").exists()
