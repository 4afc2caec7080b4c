from __future__ import annotations

import importlib.util

import pytest

import codercfg
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.values.reference import SecretRef
from codercfg.values.secret import SecretText


@pytest.mark.parametrize("name", codercfg.__all__)
def test_every_public_name_can_be_loaded(name: str) -> None:
    assert getattr(codercfg, name).__name__ == name
    assert name in dir(codercfg)


def test_options_of_a_release_are_listed_by_calling_the_package() -> None:
    rows = {row.env: row for row in codercfg.options(release="2.33")}  # type: ignore[operator]  # a callable module
    assert (rows["CODER_ACCESS_URL"].path, rows["CODER_ACCESS_URL"].flag, rows["CODER_ACCESS_URL"].type) == (
        "access_url",
        "access-url",
        "url",
    )
    assert rows["CODER_OIDC_CLIENT_SECRET"].secret
    assert "CODER_AI_GATEWAY_ENABLED" not in rows
    assert "CODER_AI_GATEWAY_ENABLED" in {row.env for row in codercfg.options()}  # type: ignore[operator]  # a callable module


def test_a_model_made_in_python_is_rendered_in_order_with_secrets_as_references() -> None:
    provider = AIBridgeProviderConfig.model_construct(None, type="openai", key=SecretText("hunter2"))
    values = codercfg.DeploymentValues.model_validate(
        {
            "oidc": {"scopes": ["a", "b,c"], "client_secret": SecretRef("login", "oidc")},
            "access_url": "https://coder.example.com",
            "ai": {"bridge": {"providers": [provider]}},
        }
    )
    entries = [entry.manifest() for entry in codercfg.render_env(values, release="2.33")]
    assert entries == [
        {"name": "CODER_ACCESS_URL", "value": "https://coder.example.com"},
        {"name": "CODER_OIDC_CLIENT_SECRET", "valueFrom": {"secretKeyRef": {"name": "login", "key": "oidc"}}},
        {"name": "CODER_OIDC_SCOPES", "value": 'a,"b,c"'},
        {"name": "CODER_AIBRIDGE_PROVIDER_0_TYPE", "value": "openai"},
        {
            "name": "CODER_AIBRIDGE_PROVIDER_0_KEY",
            "valueFrom": {"secretKeyRef": {"name": "ai-providers", "key": "CODER_AIBRIDGE_PROVIDER_0_KEY"}},
        },
    ]


def test_what_a_release_cannot_be_told_is_an_error_and_not_lost() -> None:
    values = codercfg.DeploymentValues.model_validate({"ai": {"bridge": {"budget_policy": "highest"}}})
    with pytest.raises(codercfg.ConfigurationError, match=r"ENV050: Coder 2.33 has no option `ai.bridge.budget_policy`"):
        codercfg.render_env(values, release="2.33")
    assert [entry.name for entry in codercfg.render_env(values, release="2.34")] == ["CODER_AI_BUDGET_POLICY"]


def test_an_eleventh_login_is_refused_where_the_server_would_not_start() -> None:
    """Up to 2.33 the server sorts `10_` in front of `1_` and then misses the index 1."""
    values = codercfg.DeploymentValues.model_validate({"external_auth": [{"id": f"p{index}"} for index in range(11)]})
    with pytest.raises(codercfg.ConfigurationError, match=r"EXT005: Coder 2.33 refuses to start with 11 external auth providers"):
        codercfg.render_env(values, release="2.33")
    assert [entry.name for entry in codercfg.render_env(values, release="2.35")][-1] == "CODER_EXTERNAL_AUTH_10_ID"


@pytest.mark.parametrize("name", codercfg.__all__)
def test_no_module_of_the_package_has_a_public_name(name: str) -> None:
    """Importing a submodule sets it as an attribute of the package, in the place of the function."""
    assert importlib.util.find_spec(f"codercfg.{name}") is None
