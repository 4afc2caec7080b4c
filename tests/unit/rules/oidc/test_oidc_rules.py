"""Login through OpenID Connect."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from codercfg.rules.certificates import is_pkcs1_rsa_key
from unit.rules.reports import codes, findings

BASE = {"OIDC_CLIENT_ID": "coder", "OIDC_ISSUER_URL": "https://idp.example.com/realms/main"}
KEY = {"OIDC_CLIENT_KEY_FILE": "/etc/coder/oidc.key"}
CERTIFICATE = {"OIDC_CLIENT_CERT_FILE": "/etc/coder/tls.crt"}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (BASE, []),
        ({"OIDC_CLIENT_ID": "coder"}, ["OID001"]),
        ({"OIDC_ISSUER_URL": "https://idp.example.com"}, ["OID002"]),
        ({"OIDC_ALLOWED_GROUPS": "eng"}, ["OID002"]),
        (BASE | {"OIDC_ALLOWED_GROUPS": "eng"}, ["OID007"]),
        (BASE | {"OIDC_ALLOWED_GROUPS": "eng", "OIDC_GROUP_FIELD": "groups"}, []),
        (BASE | {"OIDC_ALLOWED_GROUPS": "eng", "OIDC_SCOPES": "openid,groups"}, []),
        (BASE | {"OIDC_ALLOWED_GROUPS": "eng", "OIDC_SCOPES": "openid, groups"}, ["OID007"]),
        (BASE | {"OIDC_ACCESS_TOKEN_CLAIMS": "true"}, ["OID008"]),
        (BASE | {"OIDC_ACCESS_TOKEN_CLAIMS": "true", "OIDC_IGNORE_USERINFO": "true"}, []),
        (BASE | {"OIDC_IGNORE_USERINFO": "true"}, []),
        ({"OIDC_ACCESS_TOKEN_CLAIMS": "true"}, []),
        (BASE | {"OIDC_ISSUER_URL": "idp.example.com"}, ["OID009"]),
        (BASE | {"OIDC_ISSUER_URL": "https://idp example.com"}, ["OID009"]),
        (BASE | {"OIDC_IGNORE_EMAIL_VERIFIED": "true"}, ["OID010"]),
        (BASE | {"DANGEROUS_OIDC_SKIP_ISSUER_CHECKS": "true"}, ["OID011"]),
        (BASE | {"OIDC_GROUP_MAPPING": '{"a": "b"}'}, ["OID012"]),
        (BASE | {"OIDC_GROUP_MAPPING": '{"a": "b"}', "OIDC_SCOPES": "openid,groups"}, []),
        (BASE | {"OIDC_USER_ROLE_MAPPING": '{"a": ["owner"]}'}, ["OID013"]),
        (BASE | {"OIDC_SCOPES": "profile"}, ["OID016"]),
        (BASE | {"OIDC_REDIRECT_URL": "https://login.example.com"}, ["OID017"]),
        ({"DISABLE_PASSWORD_AUTH": "true"}, ["OID018"]),
        (BASE | {"DISABLE_PASSWORD_AUTH": "true"}, []),
    ],
)
def test_the_client_id_switches_all_checks_on(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("OID", "2.33", environ) == expected


def test_the_message_about_token_claims_does_not_say_the_opposite() -> None:
    found = findings("OID", "2.33", BASE | {"OIDC_ACCESS_TOKEN_CLAIMS": "true"})
    assert [item.message for item in found] == ["`CODER_OIDC_ACCESS_TOKEN_CLAIMS` needs `CODER_OIDC_IGNORE_USERINFO` to be true"]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (BASE | KEY, ["OID005"]),
        (BASE | KEY | {"OIDC_CLIENT_SECRET": "fake"}, ["OID003"]),
        (BASE | CERTIFICATE, ["OID006"]),
        (BASE | KEY | CERTIFICATE, []),
        (KEY | CERTIFICATE, ["OID002"]),
    ],
)
def test_the_client_proves_itself_in_one_whole_way(environ: dict[str, str], expected: list[str]) -> None:
    assert codes("OID", "2.33", environ) == expected


@pytest.mark.parametrize(
    ("wording", "why"),
    [
        ("EC key", "the server stops at start"),
        ("RSA key, PKCS 8", "the server stops at start"),
        ("valid server certificate", "the server stops at start"),
        ("does not exist", "the server stops at start"),
        ("empty file", "the server crashes at start"),
        ("text that is not PEM", "the server crashes at start"),
    ],
)
def test_only_rsa_keys_in_pkcs1_form_are_taken(wording: str, why: str) -> None:
    files = {"/etc/coder/oidc.key": wording, "/etc/coder/tls.crt": "valid server certificate"}
    assert [(item.code, item.why) for item in findings("OID", "2.33", BASE | KEY | CERTIFICATE, files=files)] == [("OID004", why)]


def test_a_key_in_pkcs1_form_needs_no_fitting_certificate() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    assert is_pkcs1_rsa_key(pem)
    assert not is_pkcs1_rsa_key(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    assert not is_pkcs1_rsa_key(b"")
