"""Every trap of Coder's configuration has a configuration that falls into it and one that does not, seen through the public names alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import codercfg
from contract.traps import objects, providers, server, values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contract.traps.trap import Case, Trap

TRAPS = (*values.TRAPS, *providers.TRAPS, *server.TRAPS, *objects.TRAPS)
COUNT = 47


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(trap, case, id=f"{trap.number}-{kind}-{index}") for trap in TRAPS for index, case in enumerate(getattr(trap, kind))
    ]


def test_every_trap_has_both_kinds_of_configuration() -> None:
    assert sorted(trap.number for trap in TRAPS) == list(range(1, COUNT + 1))
    assert [trap.number for trap in TRAPS if not trap.wrong or not trap.right] == []


@pytest.mark.parametrize(("trap", "case"), cases("wrong"))
def test_who_falls_into_a_trap_is_told(trap: Trap, case: Case) -> None:
    report = case.report()
    found = {item.code for item in report.diagnostics}

    assert set(case.codes) <= found, (trap.title, case.environ, sorted(found))
    assert report.ok is case.starts, [item.message for item in report.errors]
    assert_held(case, report)


@pytest.mark.parametrize(("trap", "case"), cases("right"))
def test_who_avoids_a_trap_hears_nothing_of_it(trap: Trap, case: Case) -> None:
    report = case.report()
    wrong = {code for other in trap.wrong for code in other.codes}

    assert [(item.code, item.message) for item in report.errors] == [], trap.title
    assert wrong & {item.code for item in report.diagnostics} == set(), trap.title
    assert_held(case, report)


def test_what_coder_forgot_to_mark_is_listed_as_secret() -> None:
    secret = {row.env for row in codercfg.options("2.33") if row.secret}  # type: ignore[operator]  # a callable module
    assert {"CODER_AIBRIDGE_PROXY_UPSTREAM", "CODER_PG_CONNECTION_URL", "CODER_AIBRIDGE_OPENAI_KEY"} <= secret


def assert_held(case: Case, report: Any) -> None:
    effective = report.effective(reveal=True)
    assert {path: effective.get(path) for path in case.holds} == dict(case.holds)
    assert_parts(case.providers, report.providers(reveal=True))
    assert_parts(case.external_auth, report.external_auth(reveal=True))
    hidden = report.effective()
    assert [path for path in case.masked if hidden[path] == effective[path]] == []
    if case.pod or case.variables:
        assert_rendered(case)


def assert_rendered(case: Case) -> None:
    pod = case.rendered_pod()
    entries = {entry["name"]: entry.get("value", entry.get("valueFrom")) for entry in pod["containers"][0]["env"]}
    assert {name: pod.get(name) for name in case.pod} == dict(case.pod)
    assert {name: entries.get(name) for name in case.variables} == dict(case.variables)
    assert all(isinstance(entry.get("value", ""), str) for entry in pod["containers"][0]["env"])


def assert_parts(expected: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> None:
    if expected:
        assert [{key: item.get(key) for key in part} for part, item in zip(expected, found, strict=True)] == [
            dict(part) for part in expected
        ]
