from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.baseline.baseline import Baseline, BaselineError, Known, known, read_baseline
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin

KNOWN = st.builds(Known, st.text(max_size=8), st.text(max_size=20), st.text(max_size=16))


@given(st.dictionaries(st.text(max_size=20), st.dictionaries(KNOWN, st.integers(1, 9), min_size=1, max_size=4), max_size=4))
def test_what_is_written_is_read_back(inputs: dict[str, dict[Known, int]]) -> None:
    baseline = Baseline({name: Counter(found) for name, found in inputs.items()})

    assert read_baseline(baseline.to_text()) == baseline


def test_the_file_has_one_line_for_each_finding() -> None:
    baseline = Baseline({"b.yaml": Counter({Known("B001", "x.y", "0f"): 2, Known("A001", "", "1f"): 1}), "a.yaml": Counter()})
    baseline.take("a.yaml", [])

    assert baseline.to_text() == (
        '{"version": 1, "inputs": {\n'
        '  "b.yaml": [\n'
        '    {"code": "A001", "path": "", "message": "1f"},\n'
        '    {"code": "B001", "path": "x.y", "message": "0f", "count": 2}\n'
        "  ]\n"
        "}}\n"
    )
    assert Baseline().to_text() == '{"version": 1, "inputs": {}}\n'


def test_a_finding_is_recognised_wherever_its_line_has_moved_and_not_when_it_says_something_else() -> None:
    first = Diagnostic("A001", Severity.ERROR, "it is odd", "h", "x.y", Origin("stack", "s.yaml", 3, 1))
    moved = Diagnostic("A001", Severity.ERROR, "it is odd", "other help", "x.y", Origin("stack", "s.yaml", 9, 1))
    other = Diagnostic("A001", Severity.ERROR, "it is odder", "h", "x.y", Origin("stack", "s.yaml", 3, 1))
    variable = Diagnostic("A001", Severity.ERROR, "it is odd", "h", origin=Origin("env", name="CODER_X"))

    assert known(first) == known(moved) == Known("A001", "x.y", "14113fa869afd39a")
    assert known(other) != known(first)
    assert known(variable).path == "CODER_X"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it does not hold `version` and `inputs`"),
        ('{"version": 1}', "it does not hold `version` and `inputs`"),
        ('{"version": 2, "inputs": {}}', "its version is not 1"),
        ('{"version": 1, "inputs": {"a": 1}}', "an input has no list of findings"),
        ('{"version": 1, "inputs": {"a": [1]}}', "a finding is no object"),
        ('{"version": 1, "inputs": {"a": [{"code": "A"}]}}', "a finding needs the texts `code`, `path` and `message`"),
        (
            '{"version": 1, "inputs": {"a": [{"code": "A", "path": "", "message": "", "count": 0}]}}',
            "the `count` of a finding is a whole number from 1",
        ),
    ],
)
def test_what_is_no_baseline_is_refused_in_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(BaselineError) as caught:
        read_baseline(text)

    assert str(caught.value) == reason
