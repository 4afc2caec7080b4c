from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

from tools import __main__ as entry
from tools.bootstrap.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from unit.tools.conftest import AddProgram


def test_the_entry_point_parses_on_old_pythons() -> None:
    source = (ROOT / "tools" / "__main__.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 4)).body


def test_an_old_python_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    assert entry.main(["up", "dev"], (3, 9)) == 1
    told = capsys.readouterr().err
    assert "Python 3.9 is too old, codercfg needs 3.11 or newer." in told
    assert "what to do: install Python 3.11+" in told


def test_a_newer_python_on_path_takes_over(monkeypatch: pytest.MonkeyPatch, programs: Path, add_program: AddProgram) -> None:
    newer = add_program("python3.12", "exit 0")
    calls: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(os, "execv", lambda path, argv: calls.append((path, argv)))
    monkeypatch.setenv("PATH", str(programs))
    entry.main(["test"], (3, 10))
    assert calls == [(str(newer), [str(newer), "-m", "tools", "test"])]


def test_one_that_does_not_run_is_passed_over(monkeypatch: pytest.MonkeyPatch, programs: Path, add_program: AddProgram) -> None:
    add_program("python3.12", "exit 127")
    monkeypatch.setenv("PATH", str(programs))
    assert entry.main(["test"], (3, 10)) == 1
