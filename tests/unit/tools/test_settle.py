"""Settling with a CLI that only notes what it is asked."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from tools.bootstrap.interrupted import MANIFEST_FILE
from tools.bootstrap.settle import settle

from codercfg.kubernetes_objects.manifest_text import header

if TYPE_CHECKING:
    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram

SECRET = "kubernetes:core/v1:Secret"


def resource(kind: str, name: str, **inputs: Any) -> dict[str, Any]:
    return {"urn": f"urn:pulumi:dev::coder::{kind}::{name}", "type": kind, "inputs": inputs}


def state(paths: Paths, operations: list[dict[str, Any]], *resources: dict[str, Any]) -> Path:
    file = paths.backend / ".pulumi" / "stacks" / "coder" / "dev.json"
    file.parent.mkdir(parents=True)
    latest = {"resources": list(resources)} | ({"pending_operations": operations} if operations else {})
    file.write_text(json.dumps({"version": 3, "checkpoint": {"latest": latest}}, separators=(",", ":")))
    return file


@pytest.fixture
def cli(add_program: AddProgram, tmp_path: Path) -> Path:
    """Notes its arguments and input, and changes the state at a refresh; refuses the command that the file `refuse` names."""
    return add_program(
        "pulumi",
        f'echo "$@" >> {tmp_path}/asked; cat > {tmp_path}/input\n'
        f"state={tmp_path}/clone/.local/backend/.pulumi/stacks/coder/dev.json\n"
        f"breaks=$(cat {tmp_path}/breaks 2>/dev/null || echo refresh)\n"
        f'case "$*" in *" $breaks "*) echo asked > $state.new; mv $state.new $state;; esac\n'
        f'for word in "$@"; do if [ "$word" = "$(cat {tmp_path}/refuse 2>/dev/null)" ]; then echo "error: no"; exit 1; fi; done',
    )


def asked(folder: Path) -> list[str]:
    file = folder / "asked"
    return file.read_text().splitlines() if file.exists() else []


ENVIRON = {"PATH": "/usr/bin:/bin"}


def test_a_state_without_pending_operations_starts_nothing(paths: Paths, cli: Path, tmp_path: Path) -> None:
    assert settle(cli, ENVIRON, paths, [state(paths, [])]) == []
    assert asked(tmp_path) == []


def test_a_creation_is_imported_into_the_state_and_told(paths: Paths, cli: Path, tmp_path: Path) -> None:
    file = resource(MANIFEST_FILE, "role-coder", path="out/dev/role.yaml", header=header("dev"), manifest={})
    found = state(paths, [{"type": "creating", "resource": file}])
    assert settle(cli, ENVIRON, paths, [found]) == [
        "The last update of the stack dev was interrupted; this one goes on from there.",
        "It may have created role-coder; what it did not create is created now, what is not wanted any more removed.",
    ]
    assert asked(tmp_path) == [f"--cwd {paths.root} --non-interactive --color never stack import --stack organization/coder/dev"]
    given = json.loads((tmp_path / "input").read_text())
    assert given["version"] == 3
    assert given["deployment"]["resources"][0]["id"] == "out/dev/role.yaml"


def test_a_cluster_is_asked_for_the_objects_alone_that_are_not_certain(paths: Paths, cli: Path, tmp_path: Path) -> None:
    secret = resource(SECRET, "secret-coder", metadata={"name": "coder", "namespace": "coder"})
    found = state(paths, [{"type": "updating", "resource": secret}], secret, resource(SECRET, "other"))
    assert settle(cli, ENVIRON, paths, [found]) == ["The last update of the stack dev was interrupted; this one goes on from there."]
    assert f"refresh --yes --skip-preview --target {secret['urn']} --stack" in asked(tmp_path)[-1]


def test_a_cluster_that_does_not_answer_leaves_everything_to_be_settled(paths: Paths, cli: Path, tmp_path: Path) -> None:
    secret = resource(SECRET, "secret-coder", metadata={"name": "coder", "namespace": "coder"})
    found = state(paths, [{"type": "updating", "resource": secret}], secret)
    before = found.read_bytes()
    (tmp_path / "refuse").write_text("refresh")
    told = settle(cli, ENVIRON, paths, [found])[-1]
    assert told == "The cluster does not say what became of secret-coder (error: no); it is asked again by the next command."
    assert found.read_bytes() == before


def test_a_disk_that_is_full_by_then_leaves_everything_to_be_settled(
    paths: Paths, cli: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = resource(SECRET, "secret-coder", metadata={"name": "coder", "namespace": "coder"})
    found = state(paths, [{"type": "updating", "resource": secret}], secret)
    before = found.read_bytes()
    (tmp_path / "refuse").write_text("refresh")

    def full(*_: Any, **__: Any) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(shutil, "copy2", full)
    assert "it is asked again by the next command" in settle(cli, ENVIRON, paths, [found])[-1]
    assert found.read_bytes() == before
    assert [file.name for file in found.parent.iterdir()] == [found.name]


def test_a_state_that_breaks_while_it_is_imported_is_put_back(paths: Paths, cli: Path, tmp_path: Path) -> None:
    file = resource(MANIFEST_FILE, "role-coder", path="out/dev/role.yaml", header=header("dev"), manifest={})
    found = state(paths, [{"type": "creating", "resource": file}])
    before = found.read_bytes()
    for name in ("breaks", "refuse"):
        (tmp_path / name).write_text("import")
    assert settle(cli, ENVIRON, paths, [found]) == ["The interrupted update of the stack dev could not be settled: error: no"]
    assert found.read_bytes() == before


@pytest.mark.parametrize("ended_by", [subprocess.TimeoutExpired("pulumi", 600), KeyboardInterrupt()], ids=["limit", "Ctrl-C"])
def test_a_question_that_does_not_come_to_its_end_leaves_everything_to_be_settled(
    ended_by: BaseException, paths: Paths, cli: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = resource(SECRET, "secret-coder", metadata={"name": "coder", "namespace": "coder"})
    found = state(paths, [{"type": "updating", "resource": secret}], secret)
    before, run = found.read_bytes(), subprocess.run

    def ends(command: list[Any], **options: Any) -> Any:
        done = run(command, **options)
        if "refresh" in command:
            raise ended_by
        return done

    monkeypatch.setattr(subprocess, "run", ends)
    with suppress(KeyboardInterrupt):
        assert "`pulumi refresh` did not end within 600 s" in settle(cli, ENVIRON, paths, [found])[-1]
    assert found.read_bytes() == before


def test_a_state_that_pulumi_refuses_is_left_and_told(paths: Paths, cli: Path, tmp_path: Path) -> None:
    file = resource(MANIFEST_FILE, "role-coder", path="out/dev/role.yaml", header=header("dev"), manifest={})
    found = state(paths, [{"type": "creating", "resource": file}])
    (tmp_path / "refuse").write_text("import")
    assert settle(cli, ENVIRON, paths, [found]) == ["The interrupted update of the stack dev could not be settled: error: no"]


def test_a_file_that_was_moving_is_removed_if_it_is_ours(paths: Paths, cli: Path) -> None:
    old = resource(MANIFEST_FILE, "role-coder", path="out/dev/role.yaml", header=header("dev"), manifest={})
    new = resource(MANIFEST_FILE, "role-coder", path="out/new/role.yaml", header=header("dev"), manifest={})
    theirs = resource(MANIFEST_FILE, "role-coder", path="out/new/theirs.yaml", header=header("dev"), manifest={})
    (paths.root / "out" / "new").mkdir(parents=True)
    (paths.root / "out" / "new" / "role.yaml").write_text(header("dev"))
    (paths.root / "out" / "new" / "theirs.yaml").write_text("# theirs")
    operations = [{"type": "creating", "resource": new}, {"type": "creating", "resource": theirs}]
    settle(cli, ENVIRON, paths, [state(paths, operations, old)])
    assert [path.name for path in (paths.root / "out" / "new").iterdir()] == ["theirs.yaml"]
