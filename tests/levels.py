"""What the engine and cluster levels share: a machine may lack their tools, CI may not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn, TypeVar

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def skip_level(level: str, missing: str) -> NoReturn:
    """Skip the test, saying what is missing and how to get it."""
    pytest.skip(f"the {level} level needs {missing}; `make tools` gets it or says why not")


def must_run() -> bool:
    """Tell whether a skip is a failure: a green CI run that skipped the real thing would prove nothing."""
    return os.environ.get("CI", "").lower() == "true"


def failed_if_skipped(report: Report, level: str) -> Report:
    """Turn a skip into a failure where the level has to run; expected failures stay what they are."""
    if report.skipped and must_run() and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI=true: the {level} level may not be skipped. {reason}"
    return report


def mark(items: list[pytest.Item], level: str, folder: Path) -> None:
    """Give every test below `folder` the marker of its level, for `pytest -m "not engine"`."""
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker(level)
