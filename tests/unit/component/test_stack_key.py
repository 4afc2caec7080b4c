from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.component.stack_key import StackKeyProvider
from codercfg.sources.local_secret import fingerprint_key

if TYPE_CHECKING:
    from pathlib import Path

PROPS = {"stack": "dev", "key": None}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "Pulumi.yaml").write_text("name: coder\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PWD", str(tmp_path))
    return tmp_path


def test_every_key_is_another_and_has_256_bits(project: Path) -> None:
    made = [StackKeyProvider().create(PROPS).outs for _ in range(2)]
    keys = [outs["key"] for outs in made if outs]
    assert [len(bytes.fromhex(key)) for key in keys] == [32, 32]
    assert keys[0] != keys[1]
    assert not (project / ".codercfg").exists()


def test_a_new_stack_takes_the_key_that_the_clone_renders_with(project: Path) -> None:
    kept = fingerprint_key(project, "dev")
    made = StackKeyProvider().create(PROPS).outs
    assert made == {"stack": "dev", "key": kept.hex()}


def test_nothing_changes_a_key_that_is_there(project: Path) -> None:
    assert project.is_dir()
    assert StackKeyProvider().diff("key", {"key": "ab"}, PROPS).changes is False
