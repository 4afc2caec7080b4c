from __future__ import annotations

import copy
from typing import Any

import pytest

from unit.cluster.looking import STACK, cluster, found, held, loaded, manifests, said


def with_sources(plain: dict[str, str], hidden: dict[str, str]) -> list[str]:
    """What is said when the ConfigMap `plain` and the Secret `hidden` (prefix CODER_) hold these keys."""
    stack = loaded()
    return said(found(cluster(stack, held("ConfigMap", "plain", **plain), held("Secret", "hidden", **hidden)), stack))


def test_an_option_that_the_stack_sets_too_never_reaches_the_server() -> None:
    expected = "CLU031 `CODER_ACCESS_URL` of the ConfigMap `plain` never reaches the server: the stack sets it as well, and `env` wins"
    assert with_sources({"CODER_ACCESS_URL": "x"}, {}) == [expected]


def test_of_two_sources_the_later_wins() -> None:
    assert with_sources({"CODER_VERBOSE": "true"}, {"VERBOSE": "true"}) == [
        "CLU031 `CODER_VERBOSE` of the ConfigMap `plain` never reaches the server: the Secret `hidden` has it as well, and the later wins",
        "CLU034 options of the server come from `envFrom`, unchecked: `CODER_VERBOSE` (Secret `hidden`)",
    ]


def test_a_secret_option_in_a_config_map_is_named() -> None:
    said_of = with_sources({"CODER_OIDC_CLIENT_SECRET": "x"}, {})
    assert said_of[0] == "CLU033 the secret option `oidc.client_secret` comes from the ConfigMap `plain` (`CODER_OIDC_CLIENT_SECRET`)"


def test_indexed_variables_that_would_join_a_list_of_the_stack_are_named() -> None:
    assert with_sources({}, {"GITAUTH_0_ID": "x", "EXTERNAL_AUTH_1_ID": "x"}) == [
        "CLU032 `CODER_EXTERNAL_AUTH_1_ID`, `CODER_GITAUTH_0_ID` of the Secret `hidden` join the list `external_auth` of the stack"
    ]


def test_indexed_variables_of_a_list_that_the_stack_does_not_have_are_left_alone() -> None:
    assert with_sources({}, {"AIBRIDGE_PROVIDER_0_TYPE": "x"}) == []


def test_an_option_under_its_other_name_is_a_conflict() -> None:
    text = STACK.replace("https://coder.example.com\n", "https://coder.example.com\n    oauth2: {github: {device_flow: true}}\n")
    release = text.replace('"2.33.1"', '"2.34.0"').replace("oauth2: {github: {device_flow: true}}", "ai: {bridge: {enabled: true}}")
    stack = loaded(release)
    api = cluster(stack, held("ConfigMap", "plain", CODER_AIBRIDGE_ENABLED="true"))
    assert said(found(api, stack)) == [
        "CLU032 `CODER_AIBRIDGE_ENABLED` of the ConfigMap `plain` sets `ai.bridge.enabled`, which the stack sets under another name"
    ]


def test_a_name_that_nothing_reads_is_named() -> None:
    expected = "CLU035 Coder 2.33.1 has no option with the variable `CODER_ACESS_URL`, which the ConfigMap `plain` gives"
    assert with_sources({"CODER_ACESS_URL": "x", "HTTPS_PROXY": "x", "CODER_SERVICE_HOST": "x"}, {}) == [expected]


@pytest.mark.parametrize(
    ("service", "address", "expected"),
    [
        ("coder-external-auth", "10.0.0.7", "CODER_EXTERNAL_AUTH_SERVICE_HOST"),
        ("coder-gitauth", "10.0.0.7", "CODER_GITAUTH_SERVICE_HOST"),
        ("coder-aibridge-provider-x", "10.0.0.7", "CODER_AIBRIDGE_PROVIDER_X_SERVICE_HOST"),
        ("coder-external-auth", "None", None),
        ("coder", "10.0.0.7", None),
    ],
)
def test_variables_about_services_that_the_server_would_read_are_named(service: str, address: str, expected: str | None) -> None:
    stack = loaded()
    api = cluster(stack)
    api.objects["/api/v1/namespaces/coder/services"] = {"items": [{"metadata": {"name": service}, "spec": {"clusterIP": address}}]}
    own: list[dict[str, Any]] = copy.deepcopy(manifests(stack))
    (deployment,) = [item for item in own if item["kind"] == "Deployment"]
    assert said(found(api, stack)) == []
    assert "/api/v1/namespaces/coder/services" not in api.asked
    del deployment["spec"]["template"]["spec"]["enableServiceLinks"]  # what a template of the user's own may forget
    items = found(api, stack, manifests=own)
    message = f"Kubernetes gives the pods `{expected}` for the Service `{service}`, and the server takes it for an option"
    assert said(items) == ([f"CLU030 {message}"] if expected else [])
