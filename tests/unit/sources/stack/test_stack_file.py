from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from codercfg.catalog.catalog import series_catalog
from codercfg.diagnostics.diagnostic import Severity
from codercfg.models.root import DeploymentValues
from codercfg.options.walk import leaves
from codercfg.releases.table import known_series
from codercfg.sources.document import stack_values
from codercfg.sources.stack_file import read_stack_file
from codercfg.stack_check import check_stack
from codercfg.values.duration import parse as duration
from codercfg.values.reference import SecretRef
from codercfg.values.secret import Ciphertext, SecretText

if TYPE_CHECKING:
    from pathlib import Path

    from codercfg.options.leaf import Leaf
    from codercfg.sources.stack.stack import StackInputs

GOOD = """\
encryptionsalt: v1:abc:v1:def
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {secretRef: {name: coder-db, key: url}}
    oidc:
      client_id: 4711  # `pulumi config set --path` makes a number of it
      client_secret: {secure: "v1:abc:def"}
      scopes: [openid, "a,b"]
    session_lifetime: {default_duration: 12h}
    ai:
      bridge:
        providers:
          - {type: anthropic, name: eu, key: {secretRef: {name: llm, key: eu}}}
          - {type: openai, name: us, key: {secure: "v1:abc:def"}}
  coder:env:
    CODER_UPDATE_CHECK: false
    CODER_DOCS_URL: https://docs.example.com
    CODER_SCIM_AUTH_HEADER: {secure: "v1:ghi:jkl"}
    CODER_EXTERNAL_AUTH_0_ID: github
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET: {secretRef: {name: git, key: secret}}
  coder:kubernetes: {namespace: coder, replicas: 2}
  aws:region: eu-central-1
"""
SAMPLES: dict[str, Any] = {
    "boolean": True,
    "integer": 5,
    "text": "some text",
    "list": ["a", "b"],
    "duration": "90s",
    "url": "https://x.example.com",
    "host:port": "127.0.0.1:80",
    "regexp": "^a",
    "map": {"a": "b"},
    "map of lists": {"a": ["b"]},
    "map of UUID lists": {"a": ["7f2c1d3e-0000-4000-8000-000000000000"]},
    "list of links": [{"name": "a", "target": "https://x.example.com"}],
    "secret text": {"secretRef": {"name": "a", "key": "b"}},
    "secret list": {"secretRef": {"name": "a", "key": "b"}},
}
OWN_SAMPLES: dict[str, Any] = {
    "wildcard_access_url": "*.example.com",
    "prometheus.aggregate_agent_stats_by": ["username"],
    "provisioner.daemon_types": ["terraform"],
}


def read(text: str, secrets: dict[str, str] | None = None) -> StackInputs:
    return read_stack_file(text, secrets)


def errors(inputs: StackInputs) -> list[tuple[str, str]]:
    return [(item.code, item.path) for item in inputs.diagnostics if item.severity is Severity.ERROR]


def settings(inputs: StackInputs) -> dict[str, Any]:
    assert inputs.configuration is not None
    return {path: setting.value for path, setting in inputs.configuration.settings.items()}


def test_a_good_stack_is_read_into_typed_settings_of_both_sections() -> None:
    inputs = read(GOOD)
    found = settings(inputs)

    assert errors(inputs) == []
    assert found["access_url"].wire() == "https://coder.example.com"
    assert found["pg_connection_url"] == SecretRef("coder-db", "url")
    assert found["oidc.client_id"] == "4711"
    assert found["oidc.client_secret"] == Ciphertext("v1:abc:def")
    assert found["oidc.scopes"] == ("openid", "a,b")
    assert found["session_lifetime.default_duration"] == duration("12h")
    assert found["update_check"] is False
    assert found["scim_api_key"] == Ciphertext("v1:ghi:jkl")


def test_lists_become_items_with_the_place_of_each_key() -> None:
    configuration = read(GOOD).configuration
    assert configuration is not None
    first, second = configuration.providers
    (external,) = configuration.external_auth

    assert [item.index for item in configuration.providers] == [0, 1]
    assert str(first.origin("type")) == "<text>:15:20"
    assert first.origin("name").name == "ai.bridge.providers[0].name"
    assert str(second.origin()) == "<text>:16:13"
    assert str(external.origin("client_secret")) == "<text>:22:5"
    assert external.prefix == "CODER_EXTERNAL_AUTH_"


def test_the_typed_sections_hold_what_both_sections_set() -> None:
    values = stack_values(read(GOOD))
    assert values is not None

    assert values.release == "2.33.1"
    assert values.kubernetes.namespace == "coder"
    assert values.deployment.oidc.client_id == "4711"
    assert values.deployment.update_check is False
    assert values.deployment.ai.bridge.providers is not None
    assert [provider.name for provider in values.deployment.ai.bridge.providers] == ["eu", "us"]
    assert values.env is not None
    assert values.env["CODER_UPDATE_CHECK"] is False


def test_an_option_knows_the_place_of_its_value_and_people_call_it_by_what_they_wrote() -> None:
    configuration = read(GOOD).configuration
    assert configuration is not None

    assert str(configuration.origin("oidc.client_id")) == "<text>:8:18"
    assert configuration.name("oidc.client_id") == "oidc.client_id"
    assert configuration.name("update_check") == "CODER_UPDATE_CHECK"
    assert configuration.name("verbose") == "verbose"
    assert configuration.kind == "stack"


def test_ciphertext_stays_opaque_and_is_listed() -> None:
    inputs = read(GOOD)

    assert sorted(inputs.ciphertexts) == ["CODER_SCIM_AUTH_HEADER", "ai.bridge.providers[1].key", "oidc.client_secret"]


def test_plain_texts_of_the_caller_take_the_place_of_ciphertext() -> None:
    secrets = {
        "deployment.oidc.client_secret": "first secret",
        "deployment.ai.bridge.providers[1].key": "second secret",
        "deployment.pg_connection_url": "not asked for",
        "env.CODER_SCIM_AUTH_HEADER": "third secret",
    }
    inputs = read(GOOD, secrets)
    assert inputs.configuration is not None
    item: Any = inputs.configuration.providers[1].value

    assert inputs.ciphertexts == ()
    assert settings(inputs)["oidc.client_secret"] == SecretText("first secret")
    assert settings(inputs)["scim_api_key"] == SecretText("third secret")
    assert settings(inputs)["pg_connection_url"] == SecretRef("coder-db", "url")
    assert item.key == SecretText("second secret")


def test_a_wrong_option_does_not_hide_the_others() -> None:
    inputs = read(GOOD.replace("12h", "12").replace("https://coder", "https://a b"))

    assert errors(inputs) == [("OPT001", "access_url"), ("OPT001", "session_lifetime.default_duration")]
    assert inputs.unreadable >= {"access_url", "session_lifetime.default_duration"}
    assert settings(inputs)["oidc.client_id"] == "4711"
    assert "access_url" not in settings(inputs)


def test_a_wrong_item_makes_its_list_unreadable() -> None:
    inputs = read(GOOD.replace("type: openai", "type: [openai]"))
    assert inputs.configuration is not None

    assert errors(inputs) == [("OPT001", "ai.bridge.providers[1].type")]
    assert "@providers" in inputs.unreadable
    assert inputs.configuration.providers == ()


def test_a_misspelt_option_is_not_reported_as_missing_too() -> None:
    inputs = read(GOOD.replace("access_url", "acess_url"))

    assert errors(inputs) == [("STK024", "acess_url")]
    assert "access_url" in inputs.unreadable


def test_bare_and_old_spellings_of_a_section_are_read_as_pulumi_reads_them() -> None:
    inputs = read('config:\n  release: "2.33.1"\n  coder:config:deployment: {oidc: {client_id: a}}\n')

    assert errors(inputs) == []
    assert settings(inputs) == {"oidc.client_id": "a"}


def test_text_has_the_name_stack_and_a_file_that_of_pulumi(tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.prod-eu.yaml"
    file.write_text(GOOD, encoding="utf-8")

    assert read(GOOD).name == "stack"
    assert read_stack_file(file).name == "prod-eu"
    assert read_stack_file(str(file)).file == str(file)


@pytest.mark.parametrize("text", ["", "\n", "config: {}", "{}", "config:", "a\nb"])
def test_text_is_never_taken_for_a_path(text: str) -> None:
    assert "STK001" not in {item.code for item in read(text).diagnostics}


@pytest.mark.parametrize("name", ["missing.yaml", "", "a\0b"])
def test_a_file_that_cannot_be_opened_is_a_finding(name: str, tmp_path: Path) -> None:
    inputs = read_stack_file(tmp_path / name)

    assert [item.code for item in inputs.diagnostics] == ["STK001"]
    assert inputs.configuration is None


def nested(path: str, value: Any) -> dict[str, Any]:
    head, _dot, rest = path.partition(".")
    return {head: nested(rest, value) if rest else value}


def sample(leaf: Leaf) -> Any:
    if leaf.opt.enum:
        return leaf.opt.enum[0]
    return OWN_SAMPLES.get(leaf.path, SAMPLES.get(leaf.kind.name, "x"))


@pytest.mark.parametrize("series", known_series())
def test_each_release_takes_exactly_its_own_options(series: str) -> None:
    for leaf in leaves(DeploymentValues):
        if leaf.path == "external_auth":
            continue
        config = {"coder:release": f"{series}.0", "coder:deployment": nested(leaf.path, sample(leaf))}
        inputs = read(json.dumps({"config": config}))
        known = leaf.path in series_catalog(series).by_path

        assert errors(inputs) == ([] if known else [("REL004", leaf.path)]), leaf.path
        assert (leaf.path in settings(inputs)) is known


@pytest.mark.parametrize("series", known_series())
def test_each_variable_of_a_release_sets_its_option(series: str) -> None:
    for option in series_catalog(series).options:
        if option.env is None or option.path == "external_auth_github_default_provider_enable":
            continue  # its variable has the prefix of a list, which always stops start-up
        value = sample(option.leaf)
        text = value if isinstance(value, dict) and option.secret else json.dumps(value) if isinstance(value, dict | list) else value
        text = ",".join(value) if option.kind.name == "list" else text
        inputs = read(json.dumps({"config": {"coder:release": f"{series}.0", "coder:env": {option.env: text}}}))

        assert errors(inputs) == [], option.env
        assert list(settings(inputs)) == [option.path]


def test_null_for_a_list_of_links_is_refused_and_no_rule_looks_at_it() -> None:
    text = 'config:\n  coder:release: "2.33.1"\n  coder:deployment:\n    support:\n      links: null\n'

    found = check_stack(text).diagnostics

    assert [(item.severity, item.path) for item in found] == [(Severity.ERROR, "support.links")]
    assert "unset" in found[0].help
