from __future__ import annotations

from time import process_time

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.suppressions.allowance import Allowance
from codercfg.suppressions.settle import Settled, settle

KNOWN = {"HTP015", "TLS019", "OPT001"}


def finding(code: str, line: int, severity: Severity = Severity.WARNING, file: str = "s.yaml") -> Diagnostic:
    return Diagnostic(code, severity, "it is odd", "change it", origin=Origin("stack", file, line, 3))


def allowance(code: str, line: int | None) -> Allowance:
    return Allowance(code, "we know", line, Origin("stack", "s.yaml", 9, 1))


def settled(diagnostics: list[Diagnostic], *allowances: Allowance, undecided: str = "") -> Settled:
    return settle(diagnostics, allowances, lambda code: code != undecided, lambda: KNOWN)


def test_a_warning_on_the_line_is_allowed_with_the_reason() -> None:
    result = settled([finding("TLS019", 4), finding("HTP015", 4)], allowance("TLS019", 4))

    assert [item.code for item in result.reported] == ["HTP015"]
    assert [(item.diagnostic.code, item.reason, item.known) for item in result.allowed] == [("TLS019", "we know", False)]


def test_another_line_and_another_file_are_not_meant() -> None:
    result = settled([finding("TLS019", 5), finding("TLS019", 4, file="other.yaml")], allowance("TLS019", 4))

    assert [item.code for item in result.reported] == ["TLS019", "TLS019", "ALW004"]


def test_the_whole_file_is_meant_without_a_line() -> None:
    result = settled([finding("TLS019", 5), finding("TLS019", 7)], allowance("TLS019", None))

    assert result.reported == ()
    assert len(result.allowed) == 2


def test_an_error_stays_and_the_comment_is_a_finding_that_points_at_it() -> None:
    error = finding("OPT001", 4, Severity.ERROR)
    result = settled([error], allowance("OPT001", 4))

    assert [item.code for item in result.reported] == ["OPT001", "ALW005"]
    assert result.allowed == ()
    assert result.reported[1].related[0].origin == error.origin
    assert str(result.reported[1].origin) == "s.yaml:9:1"


def test_an_unused_comment_is_a_finding() -> None:
    [unused] = settled([], allowance("TLS019", 4)).reported

    assert (unused.code, unused.message) == ("ALW004", "TLS019 is allowed, but line 4 has no such finding")
    assert settled([], allowance("TLS019", None)).reported[0].message == "TLS019 is allowed, but this file has no such finding"


def test_a_comment_about_a_check_that_was_not_made_is_none() -> None:
    assert settled([], allowance("TLS019", 4), undecided="TLS019").reported == ()


def test_an_unknown_code_is_a_finding_with_the_nearest_ones() -> None:
    [unknown] = settled([], allowance("TLS109", 4)).reported

    assert (unknown.code, unknown.message, unknown.help) == ("ALW003", "there is no code TLS109", "did you mean `TLS019`?")


def test_the_cost_grows_with_findings_and_comments_and_not_with_their_product() -> None:
    many = [finding(f"TLS{number % 900 + 100}", number) for number in range(20_000)]
    comments = [allowance(f"HTP{number % 900 + 100}", number) for number in range(20_000)]
    start = process_time()
    settle(many, comments, lambda _code: False)

    assert process_time() - start < 5
