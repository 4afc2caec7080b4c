from __future__ import annotations

import pytest

from codercfg.stack_check import check_stack

HEAD = """\
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: "https://coder.example.com"}
  coder:kubernetes: {postgres: {trial: true}}
"""


def found(target: str) -> list[tuple[str, str, str]]:
    return [(item.code, item.severity, str(item.origin)) for item in check_stack(f"{HEAD}  coder:target: {target}\n").diagnostics]


@pytest.mark.parametrize("target", ["{}", "{files: {}}", "{files: {secrets: write}}", "{cluster: {context: production}}"])
def test_one_place_that_is_named_is_fine(target: str) -> None:
    assert found(target) == []


def test_two_places_are_an_error_at_the_second() -> None:
    assert found("{files: {}, cluster: {context: production}}") == [("STK037", "error", "<text>:5:29")]


def test_a_cluster_without_context_is_whichever_the_shell_means() -> None:
    assert found("{cluster: {kubeconfig: /etc/kubeconfig}}") == [("STK038", "warning", "<text>:5:18")]
    assert found('{cluster: {context: ""}}') == [("STK038", "warning", "<text>:5:18")]
