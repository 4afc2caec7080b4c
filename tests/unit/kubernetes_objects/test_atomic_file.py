from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from codercfg.kubernetes_objects.atomic_file import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_file_has_its_text_and_its_mode_whatever_the_umask(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "new" / "a.yaml"
    before = os.umask(0o027)
    try:
        write_atomically(path, "ä\n", mode)
    finally:
        os.umask(before)

    assert path.read_bytes() == "ä\n".encode()
    assert path.stat().st_mode & 0o777 == mode


def test_a_file_is_replaced_and_takes_the_new_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_atomically(path, "old", 0o644)
    write_atomically(path, "new", 0o600)

    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o600)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    write_atomically(path, "old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, "new")

    assert [item.name for item in tmp_path.iterdir()] == ["a.yaml"]
    assert path.read_text() == "old"


def test_what_a_killed_process_left_behind_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f".a.yaml.{os.getpid()}.tmp").write_text("half")
    write_atomically(tmp_path / "a.yaml", "whole")

    assert [item.name for item in tmp_path.iterdir()] == ["a.yaml"]


def test_a_folder_that_vanishes_meanwhile_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out" / "a.yaml"
    real, asked = os.open, []

    def vanishing(file: Path, *arguments: int) -> int:
        asked.append(file)
        if len(asked) == 1:
            path.parent.rmdir()
        return real(file, *arguments)

    monkeypatch.setattr(os, "open", vanishing)
    write_atomically(path, "whole")
    assert path.read_text() == "whole"
