from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from tools.bootstrap.half_written import remove_half_written

if TYPE_CHECKING:
    from pathlib import Path

OLD = time.time() - 10


def backend(folder: Path, *names: str, text: str = "") -> Path:
    for name in names:
        path = folder / ".pulumi" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (OLD, OLD))
    return folder


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder / ".pulumi")) for path in folder.rglob("*") if path.is_file())


def test_what_makes_a_state_unreadable_is_removed_before_every_command(tmp_path: Path) -> None:
    backend(tmp_path, "meta.yaml.attrs", "stacks/coder/dev.json.attrs", "stacks/coder/dev.json", "history/coder/dev/a.json.attrs")
    remove_half_written(tmp_path, everywhere=False)
    assert left(tmp_path) == ["history/coder/dev/a.json.attrs", "stacks/coder/dev.json"]


def test_after_a_kill_the_rest_goes_too(tmp_path: Path) -> None:
    backend(tmp_path, "history/coder/dev/a.json.attrs", "stacks/coder/dev.json.bak.18ebb40bb8551aa9.tmp", text="{")
    remove_half_written(tmp_path, everywhere=True)
    assert left(tmp_path) == []


def test_whole_files_and_what_is_being_written_stay(tmp_path: Path) -> None:
    backend(tmp_path, "stacks/coder/dev.json.attrs", text='{"md5": ""}')
    backend(tmp_path, "stacks/coder/dev.json.18ebb40bb8551aa9.tmp")
    now = tmp_path / ".pulumi/stacks/coder/dev.json.18ebb40bb8551aa9.tmp"
    now.touch()
    remove_half_written(tmp_path, everywhere=True, busy=True)
    assert len(left(tmp_path)) == 2
    remove_half_written(tmp_path, everywhere=True)
    assert left(tmp_path) == ["stacks/coder/dev.json.attrs"]


def test_a_backend_that_is_missing_is_fine(tmp_path: Path) -> None:
    remove_half_written(tmp_path / "missing", everywhere=True)
    assert list(tmp_path.iterdir()) == []
