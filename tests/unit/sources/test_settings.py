from __future__ import annotations

import pytest
from pydantic import ValidationError

from codercfg.diagnostics.error import ConfigurationError
from codercfg.sources.settings import CoderSettings


def test_variables_become_typed_values_by_coders_own_rules() -> None:
    settings = CoderSettings(
        _env={
            "CODER_ACCESS_URL": "https://coder.example.com",
            "coder_ssh_config_options": 'A=1,"B=x,y"',
            "CODER_MAX_TOKEN_LIFETIME": "30d",
            "CODER_OIDC_GROUP_MAPPING": '{"a": "b"}',
            "CODER_EXTERNAL_AUTH_0_TYPE": "github",
            "CODER_EXTERNAL_AUTH_0_SCOPES": "",
            "CODER_AIBRIDGE_PROVIDER_0_TYPE": "openai",
        },
        release="2.33",
    )
    assert settings.access_url is not None
    assert settings.access_url.wire() == "https://coder.example.com"
    assert settings.config_ssh.ssh_config_options == ("A=1", "B=x,y")
    assert settings.session_lifetime.max_token_lifetime is not None
    assert settings.session_lifetime.max_token_lifetime.go_text() == "720h0m0s"
    assert settings.oidc.group_mapping == {"a": "b"}
    assert [item.scopes for item in settings.external_auth or ()] == [("",)]
    assert [item.type for item in settings.ai.bridge.providers or ()] == ["openai"]
    assert settings.verbose is None


def test_keywords_win_over_variables_and_leave_their_neighbours_alone() -> None:
    settings = CoderSettings(
        _env={"CODER_OIDC_CLIENT_ID": "env", "CODER_OIDC_ISSUER_URL": "https://i"}, release="2.33", oidc={"client_id": "kw"}
    )
    assert (settings.oidc.client_id, settings.oidc.issuer_url) == ("kw", "https://i")


def test_arguments_win_over_variables() -> None:
    assert CoderSettings(_env={"CODER_CACHE_DIRECTORY": "/a"}, release="2.33", _args=("--cache-dir=/b",)).cache_directory == "/b"


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODER_CACHE_DIRECTORY", "/from/process")
    assert CoderSettings(release="2.33").cache_directory == "/from/process"
    assert CoderSettings(_env={}, release="2.33").cache_directory is None


def test_pydantic_settings_own_names_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CACHE_DIRECTORY", "/x")
    monkeypatch.setenv("VERBOSE", "not a boolean")
    settings = CoderSettings(release="2.33")
    assert (settings.cache_directory, settings.verbose) == (None, None)


def test_what_the_server_refuses_is_one_exception_with_all_findings() -> None:
    with pytest.raises(ConfigurationError, match="CODER_VERBOSE: error OPT001") as caught:
        CoderSettings(_env={"CODER_VERBOSE": "hunter2hunter2", "CODER_PG_CONN_MAX_OPEN": "0"}, release="2.33")
    assert [item.about for item in caught.value.diagnostics] == [("CODER_PG_CONN_MAX_OPEN",), ("CODER_VERBOSE",)]
    assert "hunter2" not in str(caught.value)


def test_an_unknown_keyword_is_refused_without_its_value() -> None:
    with pytest.raises(ValidationError, match="oidcc") as caught:
        CoderSettings(_env={}, release="2.33", oidcc="hunter2hunter2")
    assert "hunter2" not in str(caught.value)
