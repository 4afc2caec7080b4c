from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest

import levels
from levels import failed_if_skipped

TESTS = Path(levels.__file__).parent
SKIPPED = """
import pytest
{}

@pytest.mark.parametrize("made", [])
def test_of_nothing(made): ...

def test_that_lacks_something(): pytest.skip("no tool")
"""


def report(outcome: Literal["passed", "failed", "skipped"]) -> pytest.TestReport:
    reason = ("file", 1, "Skipped: no CLI") if outcome == "skipped" else None
    return pytest.TestReport("node", ("file", 1, "test"), {}, outcome, reason, "setup")


def test_a_skip_is_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    judged = failed_if_skipped(report("skipped"), "engine")
    assert judged.outcome == "failed"
    assert judged.longrepr == "CI=true: the engine level may not be skipped. Skipped: no CLI"


def test_a_skip_elsewhere_stays_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert failed_if_skipped(report("skipped"), "engine").outcome == "skipped"


@pytest.mark.parametrize("outcome", ["passed", "failed"])
def test_other_outcomes_are_untouched(monkeypatch: pytest.MonkeyPatch, outcome: Literal["passed", "failed"]) -> None:
    monkeypatch.setenv("CI", "true")
    assert failed_if_skipped(report(outcome), "engine").outcome == outcome


def test_data_that_no_tool_can_get_is_skipped_with_the_way_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    judged = report("skipped")
    judged.longrepr = ("file", 1, f"Skipped: {levels.absent('conformance')}")
    assert failed_if_skipped(judged, "").outcome == "skipped"
    assert levels.absent("conformance") == (
        "the reference data is no part of this repository: ask its maintainers for it, and put it or a link to it beside this checkout, "
        "as ../shared/reference/conformance"
    )


def folder(path: Path) -> Path:
    """Tests that skip, at every level, with the files that are common to all levels."""
    for name in ("conftest.py", "levels.py"):
        shutil.copyfile(TESTS / name, path / name)
    for level in ("engine", "faults", "cluster", "unit"):
        (path / level).mkdir()
        (path / level / "test_skips.py").write_text(SKIPPED.format(""))
        (path / level / "test_module_skips.py").write_text(SKIPPED.format("pytest.skip('no module', allow_module_level=True)"))
    (path / "unit" / "test_data.py").write_text(
        SKIPPED.format("import levels; pytestmark = pytest.mark.skipif(True, reason=levels.absent('options'))")
    )
    (path / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n  engine\n  cluster\npythonpath = .\naddopts = --import-mode=importlib -p no:cacheprovider\n"
    )
    return path


@pytest.mark.parametrize(("ci", "outcomes"), [("true", "4 failed, 2 skipped, 8 errors"), ("", "14 skipped")])
def test_in_ci_nothing_else_is_skipped_at_any_level(tmp_path: Path, ci: str, outcomes: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "--continue-on-collection-errors", "--rootdir", str(tmp_path), str(folder(tmp_path))]
    done = subprocess.run(command, env={**os.environ, "CI": ci}, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert f"{outcomes} in " in done.stdout, done.stdout + done.stderr
    if ci:
        for level in ("engine", "cluster"):
            assert f"CI=true: the {level} level may not be skipped. Skipped: no tool" in done.stdout
        assert "CI=true: a test may not be skipped. Skipped: no module" in done.stdout


def test_each_level_has_its_marker(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-m", "engine", "--rootdir", str(tmp_path), str(folder(tmp_path))]
    done = subprocess.run(command, env={**os.environ, "CI": ""}, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert "6 deselected" in done.stdout, done.stdout


def test_an_expected_failure_is_no_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    expected = report("skipped")
    expected.wasxfail = "known"
    assert failed_if_skipped(expected, "engine").outcome == "skipped"
