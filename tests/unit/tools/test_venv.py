from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import venv
from tools.bootstrap.failure import SetupError
from tools.bootstrap.pulumi_cli import is_shim

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bootstrap.paths import Paths

    from unit.tools.conftest import AddProgram


@pytest.fixture
def clone(paths: Paths) -> Paths:
    paths.lock.parent.mkdir()
    paths.lock.write_text("x==1 --hash=sha256:00\n")
    (paths.root / "pyproject.toml").write_text("[project]\n")
    return paths


@pytest.fixture
def fake_python(monkeypatch: pytest.MonkeyPatch, clone: Paths, add_program: AddProgram) -> Path:
    """A Python whose `-m venv` makes an environment with a Python that does what $PIP says (default: all is well)."""
    inner = clone.root / "inner"
    inner.write_text('#!/bin/sh\ncase "$*" in *pip*install*) eval "$PIP";; esac\n')
    inner.chmod(0o755)
    program = add_program("python3", f'mkdir -p "{clone.python.parent}" && cp "{inner}" "{clone.python}"')
    monkeypatch.setattr(sys, "executable", str(program))
    return program


@pytest.mark.usefixtures("fake_python")
def test_a_finished_environment_is_current_until_what_it_was_made_for_changes(clone: Paths) -> None:
    assert not venv.is_current(clone)
    venv.ensure(clone)
    assert venv.is_current(clone)
    clone.lock.write_text("x==2 --hash=sha256:11\n")
    assert not venv.is_current(clone)


@pytest.mark.usefixtures("fake_python")
@pytest.mark.parametrize(
    ("pip", "meaning"),
    [
        ("echo 'DO NOT MATCH THE HASHES'; exit 1", "not the one that is locked"),
        ("echo '[Errno 28] No space left on device'; exit 1", "the disk is full"),
        ("echo 'Temporary failure in name resolution'; exit 1", "the network cannot be reached"),
        ("echo 'ERROR: No matching distribution found for x==1'; exit 1", "does not have a locked package"),
    ],
)
def test_a_failed_installation_is_explained_and_not_taken_for_installed(
    clone: Paths, monkeypatch: pytest.MonkeyPatch, pip: str, meaning: str
) -> None:
    monkeypatch.setenv("PIP", pip)
    with pytest.raises(SetupError, match=f"Installing the Python packages failed: .*{meaning}"):
        venv.ensure(clone)
    assert clone.python.exists()
    assert not venv.is_current(clone)
    monkeypatch.delenv("PIP")
    venv.ensure(clone)
    assert venv.is_current(clone)


def test_a_python_without_ensurepip_is_told(clone: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SetupError, match="ensurepip module is missing") as caught:
        venv.ensure(clone)
    assert "python3-venv" in caught.value.remedy


@pytest.mark.usefixtures("fake_python")
def test_a_moved_clone_gets_a_new_environment(clone: Paths) -> None:
    venv.ensure(clone)
    first = venv.fingerprint(clone)
    clone.root = clone.root.rename(clone.root.parent / "moved")
    clone.lock = clone.root / "requirements" / "dev.lock"
    assert venv.fingerprint(clone) != first


def test_settings_that_would_install_elsewhere_are_not_inherited(clone: Paths, fake_python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP", '[ -z "$PYTHONPATH$PIP_TARGET" ] || exit 9')
    assert fake_python.exists()
    for name in ("PYTHONPATH", "PIP_TARGET"):
        monkeypatch.setenv(name, "/elsewhere")
    venv.ensure(clone)
    assert venv.is_current(clone)


def test_the_shim_passes_arguments_on_untouched(clone: Paths, add_program: AddProgram) -> None:
    clone.python = add_program("python it's", 'for argument in "$@"; do echo "<$argument>"; done')
    clone.shim.parent.mkdir(parents=True)
    venv.write_shim(clone, clone.root / "the cli")
    told = subprocess.run([clone.shim, "up", "a b", "$HOME"], capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == ["<-I>", f"<{clone.root}/tools/run_pulumi.py>", f"<{clone.root}/the cli>", "<up>", "<a b>", "<$HOME>"]
    assert is_shim(clone.shim)
    assert [file.name for file in clone.shim.parent.iterdir()] == ["pulumi"]


def test_a_shim_that_is_right_is_not_written_again(clone: Paths) -> None:
    clone.shim.parent.mkdir(parents=True)
    venv.write_shim(clone, clone.root / "cli")
    first = clone.shim.stat().st_mtime_ns
    venv.write_shim(clone, clone.root / "cli")
    assert clone.shim.stat().st_mtime_ns == first
