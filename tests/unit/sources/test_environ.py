from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.catalog.catalog import catalog
from codercfg.diagnostics.diagnostic import Severity
from codercfg.releases.release import Release
from codercfg.sources.environ import read_environ, variables_of

if TYPE_CHECKING:
    from codercfg.sources.assigned import Found

R33, R34 = Release.parse("2.33"), Release.parse("2.34")


def _read(environ: dict[str, str], release: Release = R33) -> Found:
    return read_environ(variables_of(environ), catalog(release), release)


def _values(environ: dict[str, str], release: Release = R33) -> dict[str, object]:
    return {item.option.path: item.option.kind.wire(item.value) for item in _read(environ, release).assigned}


def test_names_are_upper_cased() -> None:
    assert _values({"coder_max_token_lifetime": "48h"}) == {"session_lifetime.max_token_lifetime": 48 * 3600 * 10**9}


def test_a_name_with_a_letter_that_grows_in_upper_case_is_no_option() -> None:
    assert _values({"CODER_VERBOßE": "true"}) == {}


def test_homebrew_names_count_only_where_the_plain_one_is_missing() -> None:
    assert _values({"HOMEBREW_CODER_VERBOSE": "true"}) == {"verbose": True}
    assert _values({"HOMEBREW_CODER_VERBOSE": "true", "CODER_VERBOSE": "false"}) == {"verbose": False}


def test_options_come_in_the_order_of_their_names() -> None:
    found = _read({"CODER_WILDCARD_ACCESS_URL": "*.a.b", "CODER_ACCESS_URL": "https://a"})
    assert [item.option.record.name for item in found.assigned] == ["Access URL", "Wildcard Access URL"]


@pytest.mark.parametrize("name", ["CODER_TELEMETRY_ENABLE", "CODER_MAX_TOKEN_LIFETIME", "CODER_ACCESS_URL", "CODER_OIDC_SCOPES"])
def test_up_to_2_33_an_empty_variable_is_unset(name: str) -> None:
    found = _read({name: ""})
    assert found.assigned == []
    assert [(item.code, item.severity) for item in found.diagnostics] == [("ENV002", Severity.WARNING)]


@pytest.mark.parametrize(
    ("name", "value"),
    [("CODER_TELEMETRY_ENABLE", False), ("CODER_ACCESS_URL", ""), ("CODER_OIDC_SCOPES", []), ("CODER_CACHE_DIRECTORY", "")],
)
def test_from_2_34_an_empty_variable_is_a_value(name: str, value: object) -> None:
    assert list(_values({name: ""}, R34).values()) == [value]


@pytest.mark.parametrize("name", ["CODER_MAX_TOKEN_LIFETIME", "CODER_PG_CONN_MAX_OPEN", "CODER_PROMETHEUS_ADDRESS", "CODER_PG_AUTH"])
def test_from_2_34_numbers_durations_addresses_and_choices_have_no_empty_value(name: str) -> None:
    found = _read({name: ""}, R34)
    assert [item.code for item in found.diagnostics] == ["OPT002"]
    assert found.diagnostics[0].about == (name,)
    assert len(found.failed) == 1


@pytest.mark.parametrize(("release", "fails"), [("2.28", True), ("2.29", False)])
def test_days_came_with_2_29(release: str, *, fails: bool) -> None:
    assert bool(_read({"CODER_MAX_TOKEN_LIFETIME": "30d"}, Release.parse(release)).failed) is fails


@pytest.mark.parametrize(("release", "fails"), [("2.33", False), ("2.34", True)])
def test_a_second_colon_in_a_host_fails_from_2_34(release: str, *, fails: bool) -> None:
    assert bool(_read({"CODER_ACCESS_URL": "https://x:80:90"}, Release.parse(release)).failed) is fails


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("CODER_PG_CONN_MAX_OPEN", "1", "0"),
        ("CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS", "100", "101"),
        ("CODER_PROMETHEUS_AGGREGATE_AGENT_STATS_BY", "agent_name,agent_name", "Agent_Name"),
        ("CODER_PROVISIONER_TYPES", "echo", "Echo"),
        ("CODER_WILDCARD_ACCESS_URL", "*.EX.com:8443", "*.a_b.com"),
    ],
)
def test_upstream_rules_of_single_options_hold_for_variables(name: str, good: str, bad: str) -> None:
    assert not _read({name: good}).failed
    assert [item.code for item in _read({name: bad}).diagnostics] == ["OPT001"]


def test_an_unknown_variable_is_a_warning_with_the_nearest_name() -> None:
    [found] = _read({"CODER_ACCES_URL": "https://a"}).diagnostics
    assert (found.code, found.severity) == ("ENV001", Severity.WARNING)
    assert "did you mean `CODER_ACCESS_URL`" in found.help


def test_a_variable_of_another_release_is_named_as_such() -> None:
    [later] = _read({"CODER_AI_BUDGET_POLICY": "highest"}).diagnostics
    assert (later.code, later.message) == ("ENV004", "Coder 2.33 does not read `CODER_AI_BUDGET_POLICY`: it came with 2.34")


@pytest.mark.parametrize(
    "name", ["CODER_SERVICE_HOST", "CODER_PORT_80_TCP_ADDR", "CODER_DB_SERVICE_PORT_HTTP", "CODER_SESSION_TOKEN", "PATH", "CODER_PORT"]
)
def test_variables_of_kubernetes_and_of_other_programs_are_left_alone(name: str) -> None:
    assert _read({name: "x"}).diagnostics == []


def test_two_spellings_of_one_variable_are_noticed_and_the_later_counts() -> None:
    found = _read({"CODER_VERBOSE": "true", "coder_verbose": "false"})
    assert [item.value for item in found.assigned] == [False]
    assert [item.about for item in found.diagnostics] == [("CODER_VERBOSE", "coder_verbose")]


@given(st.dictionaries(st.text(max_size=30), st.text(max_size=30), max_size=5), st.sampled_from(["2.27", "2.33", "2.34"]))
def test_no_environment_raises(environ: dict[str, str], release: str) -> None:
    found = _read(environ, Release.parse(release))
    assert all(item.help for item in found.diagnostics)


NAMES = sorted(catalog(R34).by_env)


@given(st.sampled_from(NAMES), st.text(max_size=40), st.sampled_from(["2.33", "2.34"]))
def test_any_text_in_any_option_is_read_or_refused_with_a_reason(name: str, text: str, release: str) -> None:
    found = _read({name: text}, Release.parse(release))
    for item in found.diagnostics:
        assert item.about == (name,)
        assert len(text) < 8 or text not in item.message + item.help + item.why
