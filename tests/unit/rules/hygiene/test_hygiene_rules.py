"""Settings that look like mistakes."""

from __future__ import annotations

import pytest

import codercfg
from codercfg.diagnostics.diagnostic import Severity
from unit.rules.reports import codes, findings, report

ENCODED = "ZmFrZS1jbGllbnQtc2VjcmV0LXZhbHVl"


@pytest.mark.parametrize(
    ("release", "environ", "expected"),
    [
        ("2.33", {"SCIM_AUTH_HEADER": "fake-one", "PROVISIONER_DAEMON_PSK": "fake-one"}, ["HYG001"]),
        ("2.33", {"SCIM_AUTH_HEADER": "fake-one", "PROVISIONER_DAEMON_PSK": "fake-two"}, []),
        ("2.34", {"SCIM_AUTH_HEADER": "", "PROVISIONER_DAEMON_PSK": ""}, []),
        ("2.33", {"SCIM_AUTH_HEADER": ENCODED}, ["HYG002"]),
        ("2.33", {"SCIM_AUTH_HEADER": "deadbeefdeadbeefdeadbeefdeadbeef"}, []),
        ("2.33", {"EXTERNAL_TOKEN_ENCRYPTION_KEYS": "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="}, []),
        ("2.33", {"CLI_UPGRADE_MESSAGE": "true"}, ["HYG003"]),
        ("2.33", {"LOGGING_HUMAN": "False"}, ["HYG003"]),
        ("2.33", {"VERBOSE": "true"}, ["HYG004"]),
        ("2.33", {"ADDRESS": ":8080"}, ["HYG004"]),
        ("2.33", {"OIDC_EMAIL_DOMAIN": "a.com, b.com"}, ["HYG005"]),
        ("2.33", {"PROXY_TRUSTED_ORIGINS": "10.0.0.0/8, 10.0.0.0/9"}, []),
        ("2.33", {"OIDC_EMAIL_DOMAIN": "a.com\nb.com"}, ["HYG006"]),
        ("2.33", {"OIDC_EMAIL_DOMAIN": "a.com\n"}, []),
        ("2.34", {"OIDC_SIGN_IN_TEXT": ""}, []),
        ("2.33", {"CACHE_DIRECTORY": "/var/x\n"}, ["HYG008"]),
        ("2.33", {"OIDC_SIGN_IN_TEXT": " Log in"}, []),
        ("2.33", {"CACHE_DIRECTORY": '"/var/x"'}, ["HYG010"]),
        ("2.33", {"CACHE_DIRECTORY": "'/var/x"}, []),
        ("2.33", {"SCIM_AUTH_HEADER": "ChangeMe"}, ["HYG012"]),
    ],
)
def test_what_the_server_takes_without_a_word(release: str, environ: dict[str, str], expected: list[str]) -> None:
    assert codes("HYG", release, environ) == expected
    assert not any(item.severity is Severity.ERROR for item in findings("HYG", release, environ))


def test_the_same_reference_in_two_options_of_a_stack_is_found() -> None:
    text = """
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    oidc:
      client_id: coder
      issuer_url: https://idp.example.com
      client_secret: {secretRef: {name: login, key: oidc}}
    oauth2:
      github:
        client_id: Iv1.fake
        allowed_orgs: [acme]
        client_secret: {secretRef: {name: login, key: oidc}}
"""
    found = [item for item in codercfg.check_stack(text).diagnostics if item.code == "HYG001"]
    assert [item.about for item in found] == [("oauth2.github.client_secret", "oidc.client_secret")]


def test_no_message_holds_a_secret() -> None:
    canary = "Y2FuYXJ5LTQ3MTEtY2FuYXJ5"
    found = report("2.33", {"SCIM_AUTH_HEADER": canary, "PROVISIONER_DAEMON_PSK": canary, "OIDC_CLIENT_SECRET": canary})
    assert {"HYG001", "HYG002"} <= {item.code for item in found.diagnostics}
    assert canary[:8] not in repr(found)


def test_a_name_of_an_option_that_is_gone_has_no_successor() -> None:
    environ = {"AIBRIDGE_OPENAI_BASE_URL": "https://models.example.com"}
    assert codes("HYG", "2.34", environ) == ["HYG004"]
    assert codes("HYG", "2.38", environ) == []
