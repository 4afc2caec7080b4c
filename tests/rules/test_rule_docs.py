"""The page of every rule is true: what it calls wrong gives its code, what it calls right does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codercfg.check import check_environ
from codercfg.diagnostics.diagnostic import Severity
from codercfg.releases.release import Release
from codercfg.releases.table import known_series
from codercfg.rules.documentation import code_doc, examples, page
from codercfg.rules.run import all_rules
from rules.example_files import reader

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.rules.documentation import Example
    from codercfg.rules.rule import Rule

RULES = all_rules()
IDS = [rule.code for rule in RULES]


def _release(rule: Rule, example: Example) -> str:
    """The example's own, else the newest known release that the rule holds for."""
    if example.release:
        return example.release
    return next((series for series in reversed(known_series()) if rule.holds_for(Release.parse(series))), rule.since or "")


def _findings(rule: Rule, example: Example) -> tuple[Diagnostic, ...]:
    return check_environ(
        example.environ,
        release=_release(rule, example),
        config_yaml=example.config_yaml,
        args=example.args,
        read_file=reader(example.files),
    ).diagnostics


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_every_wrong_example_gives_this_code_and_no_other_error(rule: Rule) -> None:
    wrong = examples(page(rule).wrong)
    assert wrong
    for example in wrong:
        found = _findings(rule, example)
        assert rule.code in {item.code for item in found}, example
        assert [item for item in found if item.severity is Severity.ERROR and item.code != rule.code] == []


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_every_right_example_is_free_of_this_code_and_of_errors(rule: Rule) -> None:
    right = examples(page(rule).right)
    assert right
    for example in right:
        assert [item for item in _findings(rule, example) if item.code == rule.code or item.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_findings_are_complete(rule: Rule) -> None:
    for example in examples(page(rule).wrong):
        for item in (item for item in _findings(rule, example) if item.code == rule.code):
            assert item.message
            assert not item.message.endswith(".")
            assert item.help
            assert item.about


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_page_has_all_its_parts(rule: Rule) -> None:
    doc = code_doc(rule)
    assert doc.summary
    assert doc.why
    assert page(rule).summary.endswith(".")
