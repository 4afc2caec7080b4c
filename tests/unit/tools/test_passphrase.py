from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import passphrase
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / ".local" / "passphrase"
    before = os.umask(0)
    try:
        passphrase.ensure(file, tmp_path / "backend")
    finally:
        os.umask(before)
    first = file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(first) >= 40
    passphrase.ensure(file, tmp_path / "backend")
    assert file.read_text() == first
    assert [entry.name for entry in file.parent.iterdir()] == ["passphrase"]


def test_two_clones_have_two(tmp_path: Path) -> None:
    files = [tmp_path / name / "passphrase" for name in ("a", "b")]
    for file in files:
        passphrase.ensure(file, tmp_path / "backend")
    assert files[0].read_text() != files[1].read_text()


def test_a_lost_one_is_not_replaced_while_stacks_need_it(tmp_path: Path) -> None:
    stack = tmp_path / "backend" / ".pulumi" / "stacks" / "coder" / "dev.json"
    stack.parent.mkdir(parents=True)
    stack.write_text("{}")
    with pytest.raises(SetupError, match="holds stacks that were encrypted with it") as caught:
        passphrase.ensure(tmp_path / "passphrase", tmp_path / "backend")
    assert "PULUMI_CONFIG_PASSPHRASE" in caught.value.remedy
    assert not (tmp_path / "passphrase").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match=r"Cannot write .*passphrase: "):
        passphrase.ensure(tmp_path / "file" / "passphrase", tmp_path / "backend")
