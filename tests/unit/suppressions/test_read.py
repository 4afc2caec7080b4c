from __future__ import annotations

import pytest

from codercfg.suppressions.read import read_allowances


def read(comment: str) -> tuple[list[tuple[str, str, int | None]], list[str]]:
    allowances, diagnostics = read_allowances(f"# first\na: 1 {comment}\n", "x.yaml", "stack")
    return [(item.code, item.reason, item.line) for item in allowances], [item.code for item in diagnostics]


@pytest.mark.parametrize(
    ("comment", "allowances"),
    [
        ("# codercfg: allow AIP003 because it is so", [("AIP003", "it is so", 2)]),
        ("#codercfg:allow AIP003 because it is so", [("AIP003", "it is so", 2)]),
        ("# codercfg: allow AIP003, because: no", None),
        ("# codercfg: allow AIP003, HTP001 because a, b", [("AIP003", "a, b", 2), ("HTP001", "a, b", 2)]),
        ("# codercfg: allow AIP003,AIP003 because x", [("AIP003", "x", 2)]),
        ("# codercfg: allow-file AIP003 because x", [("AIP003", "x", None)]),
    ],
)
def test_a_comment_names_codes_and_a_reason(comment: str, allowances: list[tuple[str, str, int | None]] | None) -> None:
    assert read(comment) == ((allowances, []) if allowances else ([], ["ALW002"]))


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# codercfg: allow AIP003", "ALW002"),
        ("# codercfg: allow AIP003 because", "ALW002"),
        ("# codercfg: allow AIP003 because   ", "ALW002"),
        ("# codercfg: allow AIP003 it is so", "ALW002"),
        ("# codercfg: allow", "ALW001"),
        ("# codercfg: allow all because x", "ALW001"),
        ("# codercfg: allow aip003 because x", "ALW001"),
        ("# codercfg: ignore AIP003 because x", "ALW001"),
        ("# codercfg: allowed AIP003 because x", "ALW001"),
    ],
)
def test_a_comment_that_allows_nothing_is_a_finding(comment: str, code: str) -> None:
    assert read(comment) == ([], [code])


def test_the_finding_stands_at_the_comment_and_says_what_to_write() -> None:
    _allowances, [finding] = read_allowances("a: 1 # codercfg: nope\n", "x.yaml", "stack")

    assert (str(finding.origin), finding.origin.end_column) == ("x.yaml:1:6", 22)
    assert finding.help.startswith("write `# codercfg: allow ")


def test_a_text_without_the_mark_is_not_even_parsed() -> None:
    assert read_allowances("a: ]\n# allow AIP003 because x", "x.yaml", "stack") == ([], [])
