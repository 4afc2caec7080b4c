from __future__ import annotations

from typing import Literal

import pytest

from levels import failed_if_skipped


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


def test_an_expected_failure_is_no_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    expected = report("skipped")
    expected.wasxfail = "known"
    assert failed_if_skipped(expected, "engine").outcome == "skipped"
