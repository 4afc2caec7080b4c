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


STORE = "externalSecret: {store: vault, key: prod/coder, property: oidc"


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("secretRef: {name: a, key: b}", "secretRef: {name: a, key: b}", True),
        ("secretRef: {name: a, key: b}", "sealed: {name: a, key: b}", True),
        ("sealed: {name: a, key: b, rotation: '1'}", "sealed: {name: a, key: b, rotation: '2'}", True),
        ("sealed: {name: a, key: b}", "sealed: {name: a, key: c}", False),
        (f"{STORE}}}", f"{STORE}, rotation: '2'}}", True),
        (f"{STORE}}}", f"{STORE}, version: '2'}}", False),
        (f"{STORE}}}", f"{STORE}, storeKind: ClusterSecretStore}}", False),
        ("secretRef: {name: vault, key: prod}", "externalSecret: {store: vault, key: prod}", False),
        ("secure: v1:a:b", "secure: v1:a:b", False),
    ],
)
def test_two_references_to_one_entry_are_found_whatever_their_kind(first: str, second: str, shared: bool) -> None:  # noqa: FBT001
    text = f"""
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    scim_api_key: {{{first}}}
    external_auth:
      - type: github
        client_id: Iv1.fake
        client_secret: {{{second}}}
"""
    found = [item for item in codercfg.check_stack(text).diagnostics if item.code == "HYG001"]

    assert bool(found) is shared
    assert all(item.about == ("external_auth[0].client_secret", "scim_api_key") for item in found)
    assert all((item.origin.line, item.path) == (10, "external_auth[0].client_secret") for item in found)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("{type: openai, name: a, key: R}, {type: openai, name: b, key: R}", []),
        ("{type: anthropic, name: a, bedrock_region: eu, bedrock_access_key: R, bedrock_access_key_secret: R}", ["HYG001"]),
    ],
)
def test_providers_of_one_vendor_may_share_a_key_but_no_key_is_its_own_secret(items: str, expected: list[str]) -> None:
    listed = items.replace("R", "{sealed: {name: llm, key: k}}")
    deployment = f"{{access_url: https://c.example.com, ai: {{bridge: {{enabled: true, providers: [{listed}]}}}}}}"
    report = codercfg.check_stack(f'config:\n  coder:release: "2.33.1"\n  coder:deployment: {deployment}\n')

    assert [item.code for item in report.diagnostics if item.code.startswith("HYG")] == expected


def test_a_decrypted_secret_of_a_list_is_looked_at_too() -> None:
    deployment = "{access_url: https://c.example.com, external_auth: [{type: github, client_id: x, client_secret: {secure: v1:a:b}}]}"
    text = f'config:\n  coder:release: "2.33.1"\n  coder:deployment: {deployment}\n'
    for value, code in (("ZmFrZS1jbGllbnQtc2VjcmV0LXZhbHVl", "HYG002"), ("changeme", "HYG012")):
        report = codercfg.load_stack(text, {"deployment.external_auth[0].client_secret": value}).report
        assert [item.code for item in report.diagnostics if item.code.startswith("HYG")] == [code]
        assert value[:8] not in repr(report)
    assert not [item for item in codercfg.check_stack(text).diagnostics if item.code.startswith("HYG")]


def test_no_message_holds_a_secret() -> None:
    canary = "Y2FuYXJ5LTQ3MTEtY2FuYXJ5"
    found = report("2.33", {"SCIM_AUTH_HEADER": canary, "PROVISIONER_DAEMON_PSK": canary, "OIDC_CLIENT_SECRET": canary})
    assert {"HYG001", "HYG002"} <= {item.code for item in found.diagnostics}
    assert canary[:8] not in repr(found)


def test_a_name_of_an_option_that_is_gone_has_no_successor() -> None:
    environ = {"AIBRIDGE_OPENAI_BASE_URL": "https://models.example.com"}
    assert codes("HYG", "2.34", environ) == ["HYG004"]
    assert codes("HYG", "2.38", environ) == []
