from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.kept_state import KeptStates, is_readable

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = '{"version": 3, "of": "old"}', '{"version": 3, "of": "new"}'


class Backend:
    """A backend with one stack, written as Pulumi writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / ".pulumi" / "stacks" / "coder" / "dev.json"
        self.backups = folder / ".pulumi" / "backups" / "coder" / "dev"
        self.state.parent.mkdir(parents=True)
        self.backups.mkdir(parents=True)
        self.save(OLD)

    def save(self, text: str) -> None:
        """Replace the state, whatever became of its text."""
        made = self.state.with_name("made.tmp")
        made.write_text(text)
        made.replace(self.state)

    def back_up(self, text: str, age: float) -> Path:
        file = self.backups / f"dev.{1_000 - age:.0f}.json"
        file.write_text(text)
        moment = self.state.stat().st_mtime - age
        os.utime(file, (moment, moment))
        return file


@pytest.fixture
def backend(tmp_path: Path) -> Backend:
    return Backend(tmp_path / "backend")


@pytest.fixture
def states(backend: Backend) -> KeptStates:
    return KeptStates(backend.folder)


def test_a_broken_state_gets_its_last_readable_version_back(backend: Backend, states: KeptStates) -> None:
    states.keep()
    backend.save(NEW)
    states.keep()
    for broken in (NEW[:9], "", "[]"):
        backend.save(broken)
        states.keep()
        (told,) = states.repair()
        assert "The state of the stack dev was damaged, as by a full disk; the version of " in told
        assert backend.state.read_text() == NEW
    assert states.repair() == []


def test_keeping_takes_no_space_and_leaves_nothing_else(backend: Backend, states: KeptStates) -> None:
    states.keep()
    states.keep()
    kept = backend.folder.with_name("kept-states")
    assert [path.name for path in kept.rglob("*") if path.is_file()] == ["dev.json"]
    assert (kept / "coder" / "dev.json").samefile(backend.state)
    assert kept.stat().st_mode & 0o077 == 0


def test_what_is_written_while_a_command_runs_is_kept(backend: Backend, states: KeptStates) -> None:
    with states.watched():
        backend.save(NEW)
    backend.save("")
    states.repair()
    assert backend.state.read_text() == NEW


def test_without_a_kept_version_the_newest_readable_backup_is_taken(backend: Backend, states: KeptStates) -> None:
    backend.back_up(OLD, 30)
    backend.back_up(NEW, 20)
    backend.back_up("{", 10)
    backend.state.with_name("dev.json.bak").write_text('{"version"')
    backend.save("{")
    assert len(states.repair()) == 1
    assert backend.state.read_text() == NEW


def test_what_nobody_kept_stays_as_it_is(backend: Backend, states: KeptStates) -> None:
    backend.save("{")
    assert states.repair() == []
    assert backend.state.read_text() == "{"


def test_what_was_kept_of_a_removed_stack_goes_with_it(backend: Backend, states: KeptStates) -> None:
    states.keep()
    backend.state.unlink()
    states.forget_removed()
    assert list(backend.folder.with_name("kept-states").glob("*/*")) == []
    assert states.repair() == []


def test_a_file_system_without_second_names_gets_copies(backend: Backend, states: KeptStates, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    states.keep()
    backend.save("")
    states.repair()
    assert backend.state.read_text() == OLD


def test_a_place_that_cannot_be_written_is_no_reason_to_fail(backend: Backend, states: KeptStates) -> None:
    backend.folder.with_name("kept-states").write_text("in the way")
    states.keep()
    shutil.rmtree(backend.folder)
    states.keep()
    assert not is_readable(backend.state)
