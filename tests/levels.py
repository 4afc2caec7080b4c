"""What a machine may lack: the tools of the engine and cluster levels, which CI may not, and the reference data."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# Marker by folder, for `pytest -m "not engine"`.
LEVELS: Mapping[str, str] = {"engine": "engine", "faults": "engine", "cluster": "cluster"}
REFERENCE = Path(__file__).parents[2] / "shared" / "reference"
_OUTSIDE = "is no part of this repository"


def skip_level(level: str, missing: str) -> NoReturn:
    """Skip the test, saying what is missing and how to get it."""
    pytest.skip(f"the {level} level needs {missing}; `make tools` gets it or says why not")


def absent(folder: str) -> str:
    """Why tests are skipped that compare with a folder of the reference data, and how to have it."""
    place = Path("..", *REFERENCE.parts[-2:], folder)
    return f"the reference data {_OUTSIDE}: ask its maintainers for it, and put it or a link to it beside this checkout, as {place}"


def level_of(path: Path, tests: Path) -> str:
    """Marker of the tests in a file; empty for levels that every machine can run."""
    return LEVELS.get(path.relative_to(tests).parts[0], "") if path.is_relative_to(tests) and path != tests else ""


def must_run() -> bool:
    """Tell whether a skip is a failure: a green CI run that skipped the real thing would prove nothing."""
    return os.environ.get("CI", "").lower() == "true"


def failed_if_skipped(report: Report, level: str) -> Report:
    """Turn a skip into a failure where everything has to run; expected failures stay what they are, and so does what no tool can get."""
    if report.skipped and must_run() and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if _OUTSIDE not in reason:
            report.outcome = "failed"
            report.longrepr = f"CI=true: {f'the {level} level' if level else 'a test'} may not be skipped. {reason}"
    return report
