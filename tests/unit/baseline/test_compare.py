from __future__ import annotations

from collections import Counter

from codercfg.baseline.baseline import known
from codercfg.baseline.compare import without_known
from codercfg.diagnostics.allowed import Allowed
from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin


def finding(code: str, path: str = "x.y", severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code, severity, "it is odd", "change it", path, Origin("stack", "s.yaml", 3, 1))


def compared(now: list[Diagnostic], before: list[Diagnostic]) -> Checked:
    allowed = (Allowed(finding("C001"), "why not"),)
    return without_known(Checked("s.yaml", "2.33.1", tuple(now), allowed=allowed), Counter(map(known, before)), "known.json")


def test_known_findings_are_set_aside_and_new_ones_stay() -> None:
    result = compared([finding("A001"), finding("A002")], [finding("A001")])

    assert [item.code for item in result.diagnostics] == ["A002"]
    assert [(item.diagnostic.code, item.known) for item in result.allowed] == [("C001", False), ("A001", True)]
    assert not result.ok


def test_the_same_finding_more_often_than_known_is_new() -> None:
    assert [item.code for item in compared([finding("A001"), finding("A001")], [finding("A001")]).diagnostics] == ["A001"]


def test_a_known_error_does_not_fail() -> None:
    assert compared([finding("A001")], [finding("A001")]).ok


def test_what_is_gone_is_told_once_for_each_finding() -> None:
    [gone] = compared([finding("A001")], [finding("A001"), finding("B001"), finding("B001")]).diagnostics

    assert (gone.code, gone.severity, str(gone.origin), gone.path) == ("BSL001", Severity.INFO, "known.json", "x.y")
    assert gone.message == "B001 at `x.y` (2 times) is in the baseline, but no longer in s.yaml"


def test_beside_a_new_error_nothing_is_called_gone() -> None:
    assert [item.code for item in compared([finding("N001")], [finding("A001")]).diagnostics] == ["N001"]
    warned = compared([finding("N001", severity=Severity.WARNING)], [finding("A001")])
    assert [item.code for item in warned.diagnostics] == ["N001", "BSL001"]
