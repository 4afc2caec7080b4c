from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi

from codercfg.component.announce import announce, announce_not_checked, message
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.diagnostics.origin import Origin

if TYPE_CHECKING:
    import pytest

PLACE = Origin("stack", "stacks/Pulumi.dev.yaml", 4, 3)
FINDING = Diagnostic("AAA001", Severity.WARNING, "it is odd", "change it", origin=PLACE)


def test_a_finding_has_its_place_reason_remedy_and_further_places() -> None:
    full = Diagnostic(
        "AAA001",
        Severity.ERROR,
        "it is wrong",
        "change it",
        origin=PLACE,
        why="the server stops",
        related=(Related("first set here", Origin("stack", "stacks/Pulumi.dev.yaml", 2, 1)),),
    )
    assert message(full).splitlines() == [
        "stacks/Pulumi.dev.yaml:4:3: [AAA001] it is wrong",
        "  = why: the server stops",
        "  = help: change it",
        "  = stacks/Pulumi.dev.yaml:2:1: first set here",
    ]


def test_what_is_not_said_leaves_no_line() -> None:
    assert message(FINDING).splitlines() == ["stacks/Pulumi.dev.yaml:4:3: [AAA001] it is odd", "  = help: change it"]


def test_each_severity_has_its_own_level_and_order_is_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    from codercfg.component import announce as module

    said: list[tuple[Severity, str]] = []
    monkeypatch.setattr(module, "_LOG", {level: lambda text, level=level: said.append((level, text[:35])) for level in Severity})
    announce([Diagnostic("BBB001", Severity.ERROR, "x", "y", origin=Origin("stack", "b.yaml", 9, 1)), FINDING])
    assert said == [(Severity.ERROR, "b.yaml:9:1: [BBB001] x\n  = help: y"), (Severity.WARNING, "stacks/Pulumi.dev.yaml:4:3: [AAA001")]


def test_control_characters_do_not_reach_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(pulumi.log, "info", said.append)
    announce_not_checked(["a \x1b[31mred file"])
    assert said[0].startswith("not checked: a ")
    assert "\x1b" not in said[0] + message(Diagnostic("A", Severity.INFO, "\x1b[31m", "\x1b[31m"))
