from __future__ import annotations

import pytest

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        ("", ""),
        ("the pods wait", "The pods wait."),
        ("The server stops at start.", "The server stops at start."),
        ("`pulumi up` stops", "`pulumi up` stops."),
        ("codercfg writes it", "codercfg writes it."),
    ],
)
def test_why_stands_on_its_own_as_a_sentence(why: str, reason: str) -> None:
    assert CodeDoc("XYZ001", "name", Severity.ERROR, "Summary.", why, "wrong", "right").reason == reason
