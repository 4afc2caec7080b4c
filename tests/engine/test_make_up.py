"""The two commands of a newcomer, typed in a fresh copy of this tree."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tools.bootstrap import venv
from tools.bootstrap.paths import Paths

from engine.project import ROOT, base_environ

LIMIT_SECONDS = 180
GIT = "git"


class Newcomer:
    """Somebody with a clone, typing."""

    def __init__(self, root: Path, cli: Path) -> None:
        self.root = root
        self.paths = Paths(root)
        self.environ = base_environ() | {"PATH": f"{cli.parent}:/usr/local/bin:/usr/bin:/bin"}
        copy_tree(root)
        lend_environment(self.paths)

    def types(self, *command: str, code: int = 0) -> str:
        done = subprocess.run(
            command,
            cwd=self.root,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
        assert done.returncode == code, done.stdout
        return done.stdout

    def makes(self, *arguments: str, code: int = 0) -> str:
        return self.types("make", f"PYTHON={sys.executable}", *arguments, code=code)

    def activated(self, command: str) -> str:
        return self.types("bash", "-c", f". .venv/bin/activate && {command}")

    def changed_files(self) -> str:
        return self.types("git", "status", "--porcelain")


def copy_tree(target: Path) -> None:
    """Copy what git would clone, with what is being worked on, and commit it."""
    target.mkdir()
    listed = subprocess.run(
        [GIT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    for name in listed.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    identity = ["-c", "user.name=Newcomer", "-c", "user.email=newcomer@example.com"]
    for command in (["init", "--quiet"], ["add", "--all"], [*identity, "commit", "--quiet", "--message", "Clone"]):
        subprocess.run([GIT, *command], cwd=target, check=True)


def lend_environment(paths: Paths) -> None:
    """Give the clone this test run's packages instead of a minute of installing; its programs are its own."""
    (paths.venv / "bin").mkdir(parents=True)
    shutil.copy2(Path(sys.prefix) / "pyvenv.cfg", paths.venv)
    (paths.venv / "lib").symlink_to(Path(sys.prefix) / "lib")
    for name in ("python", "python3"):
        (paths.venv / "bin" / name).symlink_to(Path(sys.executable).resolve())
    activate = (Path(sys.prefix) / "bin" / "activate").read_text(encoding="utf-8")
    (paths.venv / "bin" / "activate").write_text(activate.replace(sys.prefix, str(paths.venv)), encoding="utf-8")
    (paths.venv / venv.STAMP).write_text(venv.fingerprint(paths), encoding="utf-8")


@pytest.fixture
def newcomer(tmp_path: Path, pulumi: Path) -> Newcomer:
    return Newcomer(tmp_path / "clone", pulumi)


def test_make_up_writes_manifests_and_a_second_run_changes_nothing(newcomer: Newcomer) -> None:
    first = newcomer.makes("up")
    assert " created" in first
    assert "kubectl apply -f out/dev" in first
    files = {file.name: file.read_bytes() for file in (newcomer.root / "out" / "dev").iterdir()}
    assert any("deployment" in name for name in files)
    second = newcomer.makes("up", "STACK=dev")
    assert " unchanged" in second
    assert not [word for word in (" created", " updated", " replaced", " deleted") if word in second]
    assert {file.name: file.read_bytes() for file in (newcomer.root / "out" / "dev").iterdir()} == files
    assert newcomer.changed_files() == ""


def test_what_is_typed_by_hand_in_an_activated_environment_does_the_same(newcomer: Newcomer) -> None:
    newcomer.makes("up")
    for command in ("preview", "up --yes", "refresh --yes"):
        told = newcomer.activated(f"pulumi {command}")
        assert " unchanged" in told
        assert not [word for word in (" to create", " to update", " to delete") if word in told]
    newcomer.activated("pulumi destroy --yes")
    left = newcomer.root / "out" / "dev"
    assert not left.exists() or list(left.iterdir()) == []
    assert newcomer.changed_files() == ""


def test_the_passphrase_is_private_and_never_shown(newcomer: Newcomer) -> None:
    told = newcomer.makes("up", "STACK=production")
    passphrase = newcomer.root / ".local" / "passphrase"
    assert stat.S_IMODE(passphrase.stat().st_mode) == 0o600
    secret = passphrase.read_text(encoding="utf-8")
    assert secret not in told
    mentions = [file for file in newcomer.root.rglob("*") if file.is_file() and file != passphrase and secret.encode() in file.read_bytes()]
    assert mentions == []
    assert newcomer.changed_files() == ""


def test_an_unknown_stack_is_refused_before_anything_runs(newcomer: Newcomer) -> None:
    told = newcomer.makes("up", "STACK=staging", code=2)
    assert "error: There is no stack file stacks/Pulumi.staging.yaml." in told
    assert "production" in told
    assert not (newcomer.root / ".local").exists()
