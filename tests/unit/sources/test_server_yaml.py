from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.catalog.catalog import catalog
from codercfg.releases.release import Release
from codercfg.sources.server_yaml import read_server_yaml

if TYPE_CHECKING:
    from codercfg.sources.assigned import Found

R33 = Release.parse("2.33")


def _read(text: str, release: Release = R33) -> Found:
    return read_server_yaml(text, "coder.yaml", catalog(release), release)


def _values(text: str) -> dict[str, object]:
    return {item.option.path: item.option.kind.wire(item.value) for item in _read(text).assigned}


def _codes(text: str) -> list[str]:
    return [item.code for item in _read(text).diagnostics if item.code != "YML010"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "null\n", "[]\n", "just text\n", "42\n"])
def test_the_root_must_be_a_map(text: str) -> None:
    assert _codes(text) == ["YML002"]


@pytest.mark.parametrize("text", ["{}\n", "networking:\n", "networking: {}\n", "networking: null\n", "networking: ~\n"])
def test_empty_groups_are_fine(text: str) -> None:
    found = _read(text)
    assert [item.code for item in found.diagnostics] == ["YML010"]
    assert found.assigned == []


@pytest.mark.parametrize("text", ["telemetry: x\n", "telemetry: [x]\n", "oidc: &a {}\ntelemetry: *a\n"])
def test_a_group_with_another_value_is_ignored(text: str) -> None:
    assert _codes(text) == ["YML005"]


def test_dotted_keys_and_nested_ones_are_the_same_and_the_later_wins() -> None:
    assert _values("telemetry.enable: true\ntelemetry: {enable: false}\n") == {"telemetry.enable": False}
    assert _codes("telemetry: {enable: true}\ntelemetry: {enable: false}\n") == ["YML006"]


def test_a_second_map_of_a_group_adds_to_the_first() -> None:
    assert _values("oidc: {clientID: a}\noidc: {issuerURL: b}\n") == {"oidc.client_id": "a", "oidc.issuer_url": "b"}


@pytest.mark.parametrize(
    ("text", "help_part"),
    [
        ("networking: {accessUrl: x}\n", "`networking.accessURL`"),
        ("accessURL: x\n", "`networking.accessURL`"),
        ("ai_gateway: {enabled: true}\n", "use release 2.34 or later"),
        ("aibridge: {openai_key: x}\n", "it went after 2.29"),
        ("CODER_ACCESS_URL: x\n", "`networking.accessURL`"),
        ("access-url: x\n", "`networking.accessURL`"),
        ("CODER_PG_CONNECTION_URL: x\n", "no YAML key; set CODER_PG_CONNECTION_URL"),
        ("telemtry: {enable: false}\n", "did you mean"),
        ("<<: {}\n", "remove it"),
    ],
)
def test_an_unknown_key_is_fatal_and_the_help_says_where_it_belongs(text: str, help_part: str) -> None:
    [found] = [item for item in _read(text).diagnostics if item.code != "YML010"]
    assert (found.code, found.severity.value) == ("YML003", "error")
    assert help_part in found.help


def test_a_finding_knows_file_line_and_columns() -> None:
    [found] = [item for item in _read("telemetry:\n  enable: true\n  enabel: false\n").diagnostics if item.code == "YML003"]
    assert (str(found.origin), found.origin.end_column, found.about) == ("coder.yaml:3:3", 9, ("telemetry.enabel",))


def test_a_syntax_error_names_the_key_that_was_open() -> None:
    [found] = _read("oidc:\n  groupRegexFilter: [a\n").diagnostics
    assert (found.code, found.about) == ("YML001", ("oidc.groupRegexFilter",))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cacheDir: null\n", "null"),
        ("cacheDir: 1.50\n", "1.50"),
        ("cacheDir: yes\n", "yes"),
        ("cacheDir: ''\n", ""),
        ("cacheDir:\n", ""),
        ("oidc: {iconURL: [x]}\n", ""),
        ("oidc: {iconURL: {a: b}}\n", ""),
        ("oidc: {scopes: [a, null, 1, true]}\n", ["a", "1", "true"]),
        ("oidc: {scopes: 'a,\"b,c\"'}\n", ["a", "b,c"]),
        ("oidc: {scopes: null}\n", ["null"]),
        ("oidc: {scopes: ['']}\n", [""]),
        ("pgConnMaxOpen: -5\n", -5),
        ("pgConnMaxOpen: 5.9\n", 5),
        ("pgConnMaxOpen: -5.9\n", -5),
        ("pgConnMaxOpen: 0x10\n", 16),
        ("pgConnMaxOpen: 1_000\n", 1000),
        ("pgConnMaxOpen: 5e2\n", 500),
        ("pgConnMaxOpen:\n", 0),
        ("provisioning: {daemonTypes: [bogus, 1]}\n", ["bogus", "1"]),
        ("provisioning: {daemonTypes: null}\n", []),
        ("networking: {wildcardAccessURL: null}\n", ""),
        ("networking: {wildcardAccessURL: '*'}\n", "*"),
        ("pgAuth: AWSIAMRDS\n", "AWSIAMRDS"),
        ("oidc: {groupMapping: {1: 2}}\n", {"1": "2"}),
        ("oidc: {groupMapping: null}\n", None),
        ("oidc: {groupMapping: {}}\n", {}),
        ("supportLinks: 5\n", None),
        ("supportLinks: '{\"a\": 1}'\n", None),
        ("supportLinks: {}\n", None),
        ("supportLinks: [{name: a, unknown: b}]\n", [{"name": "a", "target": "", "icon": ""}]),
        ("networking: {http: {maxTokenLifetime: 0}}\n", 0),
        ("updateCheck: !!str true\n", True),
    ],
)
def test_values_are_read_as_the_server_reads_them(text: str, value: object) -> None:
    assert list(_values(text).values()) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "updateCheck: yes\n",
        "updateCheck: [true]\n",
        "updateCheck: null\n",
        "aibridge: {rate_limit: 5.0}\n",
        "aibridge: {rate_limit: }\n",
        "networking: {http: {maxTokenLifetime: 5}}\n",
        "cacheDir: [a]\n",
        "oidc: {scopes: {a: b}}\n",
        "oidc: {scopes: [[a]]}\n",
        "oidc: {scopes: 'a\"b'}\n",
        "pgConnMaxOpen: '5'\n",
        "pgConnMaxOpen: .inf\n",
        "pgConnMaxOpen: .nan\n",
        "pgConnMaxOpen: true\n",
        "pgConnMaxOpen: 9223372036854775808\n",
        "pgConnMaxOpen: [5]\n",
        "provisioning: {daemonTypes: terraform}\n",
        "networking: {wildcardAccessURL: [a]}\n",
        "pgAuth: iam\n",
        "oidc: {groupMapping: ''}\n",
        "oidc: {groupMapping: []}\n",
        "oidc: {organizationMapping: {a: [x]}}\n",
        "supportLinks: {a: b}\n",
        "supportLinks: [x]\n",
        "cacheDir: &a x\noidc: {clientID: *a}\n",
    ],
)
def test_values_are_refused_as_the_server_refuses_them(text: str) -> None:
    found = _read(text)
    assert [item.code for item in found.diagnostics if item.severity.value == "error"] == ["OPT001"]
    assert len(found.failed) == 1


def test_rules_of_single_options_are_bypassed_with_a_warning() -> None:
    assert _codes("provisioning: {daemonTypes: [docker]}\n") == ["YML008"]
    assert _codes("aibridge: {circuit_breaker_max_requests: 200}\n") == ["YML008"]


def test_what_a_rule_checks_wherever_it_was_set_is_no_second_finding() -> None:
    assert _codes("pgConnMaxOpen: 0\n") == []
    assert _codes("networking: {wildcardAccessURL: '*'}\n") == []


def test_a_null_that_becomes_a_word_is_a_warning() -> None:
    assert _codes("cacheDir: ~\n") == ["YML007"]
    assert _codes("cacheDir: 'null'\n") == []


def test_later_documents_are_ignored() -> None:
    assert _values("updateCheck: true\n---\nupdateCheck: false\n") == {"update_check": True}


def test_a_key_that_is_no_text_is_fatal() -> None:
    assert _codes("[a]: b\n") == ["YML004"]


def test_deep_nesting_below_an_unknown_key_is_one_finding() -> None:
    assert _codes("x: " + "{y: " * 3000 + "z" + "}" * 3000) == ["YML003"]


def test_many_unknown_keys_cost_linear_time() -> None:
    assert set(_codes("".join(f"unknownKey{number}: x\n" for number in range(20_000)))) == {"YML003"}


def test_a_bomb_of_aliases_is_refused_in_bounded_time() -> None:
    bomb = "\n".join(["a0: &a0 {k: v}", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))])
    assert set(_codes(bomb)) == {"YML003"}


@given(st.text(max_size=200), st.sampled_from(["2.27", "2.33", "2.34"]))
def test_no_text_raises(text: str, release: str) -> None:
    found = _read(text, Release.parse(release))
    assert all(item.help for item in found.diagnostics)


KEYS = sorted(catalog(R33).by_yaml)
WORDS = st.one_of(st.text(alphabet="ab01.:-_ '\"%*&!|>\n~", max_size=10), st.sampled_from(["null", "yes", "5", "5m", "[", "*a"]))


def _map_text(items: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"


def _lists_and_maps(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    return st.one_of(lists, st.dictionaries(st.sampled_from("abc"), inner, max_size=2).map(_map_text))


VALUES = st.recursive(WORDS, _lists_and_maps, max_leaves=4)


@given(st.sampled_from(KEYS), VALUES)
def test_any_value_of_any_key_is_read_or_refused(key: str, value: str) -> None:
    found = _read(f"{key}: {value}\n")
    assert all(item.origin.source == "yaml" for item in found.diagnostics)
