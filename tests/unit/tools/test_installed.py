from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap.failure import SetupError
from tools.bootstrap.installed import directory_in_one_step, one_at_a_time

if TYPE_CHECKING:
    from pathlib import Path


def test_a_finished_directory_takes_its_place(tmp_path: Path) -> None:
    with directory_in_one_step(tmp_path / "a" / "1.0") as made:
        (made / "tool").write_text("new")
        assert not (tmp_path / "a" / "1.0").exists()
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["1.0"]
    assert (tmp_path / "a" / "1.0" / "tool").read_text() == "new"


def test_an_interrupted_one_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> None:
        with directory_in_one_step(tmp_path / "1.0") as made:
            (made / "half").write_text("")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_a_broken_one_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "1.0").mkdir()
    (tmp_path / "1.0" / "broken").touch()
    with directory_in_one_step(tmp_path / "1.0") as made:
        (made / "tool").touch()
    assert [file.name for file in (tmp_path / "1.0").iterdir()] == ["tool"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(SetupError, match=r"Cannot write .*file/1\.0: (Not a directory|File exists)\.") as caught,
        directory_in_one_step(tmp_path / "file" / "1.0"),
    ):
        pass
    assert "XDG_CACHE_HOME" in caught.value.remedy


def test_the_second_waits_for_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order: list[str] = []
    holding = threading.Event()

    def first() -> None:
        with one_at_a_time(tmp_path / "lock"):
            holding.set()
            threading.Event().wait(0.3)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    assert holding.wait(5)
    with one_at_a_time(tmp_path / "lock"):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]
    assert "waiting for another make" in capsys.readouterr().err


def test_the_lock_is_not_inherited_by_programs(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path / "lock"):
        held = [fd for fd in os.listdir("/proc/self/fd") if os.path.realpath(f"/proc/self/fd/{fd}") == str(tmp_path / "lock")]  # noqa: PTH208
        assert [os.get_inheritable(int(fd)) for fd in held] == [False]
