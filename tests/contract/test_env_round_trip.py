"""What is rendered for a release is what its server reads back: every option, every release, falsy values included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from codercfg.catalog.catalog import Option, series_catalog
from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Item, Setting
from codercfg.diagnostics.origin import Origin
from codercfg.env.entry import ExpandedEnv, FieldEnv, PlainEnv, SecretEnv
from codercfg.env.render import render
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.models.link import LinkConfig
from codercfg.releases.release import Release
from codercfg.releases.table import known_series
from codercfg.sources.environ import variables_of
from codercfg.sources.server import read_server_inputs
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.env.rendered import Rendered

PARTS = 6
HERE = Origin("stack", name="test")
# No variable carries NUL, and a process environment is UTF-8 text here.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
LINE = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)
WORDS = {
    "ai.bridge.circuit_breaker_failure_threshold": st.integers(1, 100).map(str),
    "ai.bridge.circuit_breaker_max_requests": st.integers(1, 100).map(str),
    "pg_conn_max_open": st.integers(1, 2**40).map(str),
    "prometheus.aggregate_agent_stats_by": st.sampled_from(["", "agent_name", "username,template_name"]),
    "provisioner.daemon_types": st.sampled_from(["", "terraform", "echo,terraform"]),
    "wildcard_access_url": st.sampled_from(["", "*.apps.example.com", "*--x.example.com"]),
    "config": st.just(""),  # a path would be read
}
BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    "boolean": st.sampled_from(["true", "false", "1", "F"]),
    "integer": st.integers(-(2**63), 2**63 - 1).map(str),
    "text": TEXT,
    "list": st.lists(TEXT, max_size=4).filter(lambda items: items != [""]),
    "duration": st.sampled_from(["0", "0s", "90s", "-5m", "1h30m", "720h"]),
    "url": st.sampled_from(["", "https://coder.example.com", "http://h:80/p?q=1#f", "/only/path"]),
    "host:port": st.sampled_from([":8080", "127.0.0.1:80", "[::1]:443", "host:"]),
    "regexp": st.sampled_from(["", "^idp-.*$", "a|b"]),
    "map": st.dictionaries(LINE, LINE, max_size=3),
    "map of lists": st.dictionaries(LINE, st.lists(LINE, max_size=3), max_size=3),
    "map of UUID lists": st.dictionaries(LINE, st.lists(st.uuids().map(str), max_size=2), max_size=2),
    "list of links": st.lists(st.builds(LinkConfig, name=LINE, target=LINE, icon=LINE), max_size=2).map(tuple),
}

FALSY = {"boolean": "false", "integer": "0", "text": "", "list": "", "duration": "0", "url": "", "regexp": "", "map": "{}"}


def value_of(option: Option, data: st.DataObject) -> Any:
    kind = option.kind
    if option.path in WORDS:
        return kind.parse(data.draw(WORDS[option.path]))
    if option.record.enum:
        return data.draw(st.sampled_from(option.record.enum))
    drawn = data.draw(BY_KIND[kind.name.removeprefix("secret ")])
    if kind.name == "secret text":
        return SecretText(drawn)
    if kind.name == "secret list":
        return kind.parse(",".join("k" for _ in drawn))
    if kind.name in {"text", "boolean", "integer", "duration", "url", "host:port", "regexp"}:
        return kind.parse(drawn)
    return tuple(drawn) if kind.name == "list" else drawn


def inputs_of(rendered: Rendered) -> tuple[dict[str, str], list[str]]:
    """The process that Kubernetes would start: variables resolved, `$$` halved as the kubelet does."""
    environ = {}
    for entry in rendered.entries:
        assert not isinstance(entry, FieldEnv | ExpandedEnv)
        if isinstance(entry, SecretEnv):
            value = rendered.secrets[entry.secret][entry.key]
            assert isinstance(value, SecretText)
            environ[entry.name] = value.reveal()
        else:
            environ[entry.name] = kubelet(entry.manifest()["value"])
    return environ, rendered.arguments


def kubelet(value: str) -> str:
    """Kubernetes' expansion for a container that has no other variables: `$$` is `$`; a reference would be a test failure."""
    out, at = [], 0
    while at < len(value):
        if value[at] == "$" and at + 1 < len(value):
            assert value[at + 1] != "("
            if value[at + 1] == "$":
                at += 1
        out.append(value[at])
        at += 1
    return "".join(out)


def options(series: str) -> list[Option]:
    """Those that have a value: providers are a family, and `--write-config` is a request."""
    found = [options[0] for options in series_catalog(series).by_path.values()]
    return [option for option in found if option.path not in {"external_auth", "write_config"}]


# In parts, so that one example stays within what hypothesis draws at once; unshrunk, because shrinking 40 options takes minutes.
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("series", known_series())
@settings(
    max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None, phases=(Phase.generate,)
)
@given(data=st.data())
def test_every_option_is_read_back_as_it_was_rendered(series: str, part: int, data: st.DataObject) -> None:
    for option in options(series)[part::PARTS]:
        assert_read_back(option, Release.parse(series), value_of(option, data))


@pytest.mark.parametrize("series", known_series())
def test_falsy_values_of_every_option_are_read_back(series: str) -> None:
    for option in options(series):
        value = FALSY.get(option.kind.name.removeprefix("secret "))
        if value is not None and option.path not in WORDS:
            falsy = option.kind.parse(value)
            assert_read_back(option, Release.parse(series), falsy)


def assert_read_back(option: Option, release: Release, value: Any) -> None:
    rendered = render(Configuration(release, {option.path: Setting(option, value, HERE)}))
    environ, arguments = inputs_of(rendered)

    read = read_server_inputs(variables_of(environ), release, None, arguments, None)

    assert [item.message for item in read.diagnostics if item.severity == "error"] == [], option.path
    found = read.configuration.settings.get(option.path)
    assert found is not None, option.path
    assert option.kind.wire(found.value) == option.kind.wire(value), option.path


def test_a_dollar_reference_reaches_the_server_as_text() -> None:
    assert PlainEnv("X", "a$(HOME)$$b$").manifest()["value"] == "a$$(HOME)$$$b$"
    assert kubelet("a$$(HOME)$$$b$") == "a$(HOME)$$b$"


@pytest.mark.parametrize("series", ["2.33", "2.34"])
def test_ai_providers_are_read_back_in_order(series: str) -> None:
    values = [
        AIBridgeProviderConfig(type="anthropic", name="b", key=SecretText("k1")),
        AIBridgeProviderConfig(type="openai", name="a", key=SecretText("k2"), base_url="https://x.example/$(v1)"),
    ]
    rendered = render(Configuration(Release.parse(series), {}, providers=tuple(_items(values))))
    environ, arguments = inputs_of(rendered)

    read = read_server_inputs(variables_of(environ), Release.parse(series), None, arguments, None).configuration.providers

    prefix = "CODER_AIBRIDGE_PROVIDER_" if series == "2.33" else "CODER_AI_GATEWAY_PROVIDER_"
    assert next(iter(environ)) == f"{prefix}0_TYPE"
    assert [item.value.model_dump(exclude_none=True) for item in read] == [value.model_dump(exclude_none=True) for value in values]


@pytest.mark.parametrize("series", known_series())
def test_external_auth_is_read_back_in_order(series: str) -> None:
    values = [
        ExternalAuthConfig(id="gh", type="github", client_id="c", client_secret=SecretText("s"), scopes=("repo", "user"), no_refresh=False),
        ExternalAuthConfig(id="gl", type="gitlab", client_id="d", device_flow=False, regex="^x$"),
    ]
    rendered = render(Configuration(Release.parse(series), {}, external_auth=tuple(_items(values))))
    environ, arguments = inputs_of(rendered)

    read = read_server_inputs(variables_of(environ), Release.parse(series), None, arguments, None).configuration.external_auth

    assert [item.value.model_dump(exclude_none=True) for item in read] == [value.model_dump(exclude_none=True) for value in values]


def _items(values: list[Any]) -> list[Item]:
    return [Item(index, "", value, {"": HERE}) for index, value in enumerate(values)]
