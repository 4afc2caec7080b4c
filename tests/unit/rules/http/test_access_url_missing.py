"""An access URL that is missing opens a tunnel, except in a stack, where the Service's URL stands in."""

from __future__ import annotations

import codercfg

STACK = 'config:\n  coder:release: "2.33.1"\n  coder:deployment: {{{}}}\n'


def codes(deployment: str) -> list[str]:
    return [finding.code for finding in codercfg.check_stack(STACK.format(deployment)).diagnostics]


def test_a_server_without_access_url_is_warned() -> None:
    found = codercfg.check_environ({}, release="2.33.1").diagnostics

    assert [item.message for item in found if item.code == "HTP013"] == ["`CODER_ACCESS_URL` is not set"]


def test_a_stack_that_leaves_it_out_gets_the_url_of_its_service() -> None:
    assert "HTP013" not in codes("update_check: false")


def test_a_stack_that_empties_it_is_warned() -> None:
    assert "HTP013" in codes('access_url: ""')
