"""Mistakes that were found in public deployments of Coder, made again from scratch."""

from __future__ import annotations

import pytest

from unit.rules.reports import report

OIDC = {"OIDC_CLIENT_ID": "coder", "OIDC_ISSUER_URL": "https://idp.example.com", "OIDC_CLIENT_SECRET": "fake-login-secret"}
GITHUB = {"OAUTH2_GITHUB_CLIENT_ID": "Iv1.fake", "OAUTH2_GITHUB_ALLOWED_ORGS": "acme"}
SIGN_IN = OIDC | GITHUB


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        pytest.param(SIGN_IN | {"OAUTH2_GITHUB_CLIENT_SECRET": "fake-login-secret"}, "HYG001", id="one secret for two logins"),
        pytest.param(OIDC | {"OIDC_CLIENT_SECRET": "ZmFrZS1sb2dpbi1zZWNyZXQ="}, "HYG002", id="a secret that is encoded twice"),
        pytest.param({"CLI_UPGRADE_MESSAGE": "true"}, "HYG003", id="a text option taken for a switch"),
        pytest.param({"PG_CONNECTION_URL": "postgres://coder:a/b#c@db/coder"}, "DBS004", id="a database URL built without escaping"),
        pytest.param({"ADDRESS": "0.0.0.0:8080"}, "HYG004", id="a deprecated name"),
        pytest.param({"VERBOSE": ""}, "ENV002", id="a boolean that is empty"),
        pytest.param({"MAX_TOKEN_LIFETIME": "876600h0m0s"}, "SES005", id="tokens that live for a century"),
        pytest.param({"REDIRECT_TO_ACCESS_URL": "true"}, "HTP017", id="a redirect wired to another option's input"),
    ],
)
def test_a_mistake_that_the_server_takes_is_a_warning(environ: dict[str, str], code: str) -> None:
    found = report("2.33", environ)
    assert found.ok
    assert code in {item.code for item in found.warnings}


def test_an_empty_indexed_variable_counts_as_present() -> None:
    found = report("2.33", {"EXTERNAL_AUTH_0_ID": "", "EXTERNAL_AUTH_0_TYPE": "github", "EXTERNAL_AUTH_0_CLIENT_ID": ""})
    assert "CODER_EXTERNAL_AUTH_0_CLIENT_ID" in {name for item in found.errors for name in item.about}


def test_an_old_yaml_file_with_a_key_that_moved_stops_the_server() -> None:
    found = report("2.33", {}, config_yaml="aibridge:\n  openai_key: fake\n")
    assert [item.about for item in found.errors] == [("aibridge.openai_key",)]
