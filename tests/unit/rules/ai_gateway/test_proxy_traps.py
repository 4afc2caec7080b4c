"""What a naive check of the AI proxy gets wrong."""

from __future__ import annotations

import pytest

from codercfg.check import check_environ
from codercfg.diagnostics.diagnostic import Severity

ERROR, WARNING, NOTHING = Severity.ERROR, Severity.WARNING, None
P33, P34 = "CODER_AIBRIDGE_PROXY_", "CODER_AI_GATEWAY_PROXY_"
OPENAI = {"CODER_AIBRIDGE_PROVIDER_0_TYPE": "openai"}


def _proxy(prefix: str = P33, **keys: str) -> dict[str, str]:
    usual = {"ENABLED": "true", "CERT_FILE": "/etc/coder/mitm.crt", "KEY_FILE": "/etc/coder/mitm.key"}
    return {f"{prefix}{key}": value for key, value in (usual | keys).items()}


@pytest.mark.parametrize(
    ("release", "code", "environ", "expected"),
    [
        # A proxy without a provider is fatal in 2.33 only; the type's own address counts.
        ("2.33", "AIG006", _proxy(), ERROR),
        ("2.33", "AIG006", {**_proxy(), **OPENAI}, NOTHING),
        ("2.33", "AIG006", {**_proxy(), **OPENAI, "CODER_AIBRIDGE_PROVIDER_0_BASE_URL": "nonsense"}, ERROR),
        ("2.33", "AIG006", {**_proxy(), "CODER_AIBRIDGE_OPENAI_KEY": "k"}, NOTHING),
        ("2.34", "AIG006", _proxy(P34), NOTHING),
        ("2.33", "AIG006", _proxy(ENABLED="false"), NOTHING),
        # The allow list does nothing since 2.33 and is checked before.
        ("2.33", "AIG012", {**_proxy(DOMAIN_ALLOWLIST="x.example.com"), **OPENAI}, WARNING),
        ("2.32", "AIG011", _proxy(DOMAIN_ALLOWLIST="x.example.com"), ERROR),
        ("2.32", "AIG011", _proxy(DOMAIN_ALLOWLIST="Chatgpt.com:443"), NOTHING),
        ("2.31", "AIG011", _proxy(DOMAIN_ALLOWLIST="chatgpt.com"), ERROR),
        ("2.31", "AIG011", _proxy(DOMAIN_ALLOWLIST="api.openai.com:8443"), ERROR),
        ("2.31", "AIG011", _proxy(), NOTHING),
        # Only the ports 80 and 443 can be reached.
        ("2.33", "AIG013", {**_proxy(), **OPENAI, "CODER_AIBRIDGE_PROVIDER_0_BASE_URL": "https://x.example.com:8443"}, WARNING),
        ("2.33", "AIG013", {**_proxy(), **OPENAI, "CODER_AIBRIDGE_PROVIDER_0_BASE_URL": "https://x.example.com:443"}, NOTHING),
        ("2.33", "AIG013", {**OPENAI, "CODER_AIBRIDGE_PROVIDER_0_BASE_URL": "https://x.example.com:8443"}, NOTHING),
        # Both halves of each pair; nothing is checked while the proxy is off.
        ("2.34", "AIG001", _proxy(P34, KEY_FILE=""), ERROR),
        ("2.34", "AIG001", _proxy(P34), NOTHING),
        ("2.34", "AIG001", _proxy(P34, ENABLED="false", KEY_FILE=""), NOTHING),
        ("2.34", "AIG003", _proxy(P34, TLS_KEY_FILE="/k"), ERROR),
        ("2.34", "AIG003", _proxy(P34, TLS_KEY_FILE="/k", TLS_CERT_FILE="/c"), NOTHING),
        ("2.33", "AIG005", _proxy(LISTEN_ADDR="8888"), ERROR),
        ("2.34", "AIG005", _proxy(P34, LISTEN_ADDR=""), ERROR),
        ("2.33", "AIG005", _proxy(LISTEN_ADDR="0.0.0.0:8888"), NOTHING),
        ("2.33", "AIG007", _proxy(ALLOWED_PRIVATE_CIDRS="10.0.0.0/8, 192.168.0.0/16"), ERROR),
        ("2.33", "AIG007", _proxy(ALLOWED_PRIVATE_CIDRS="10.0.0.0/8,192.168.0.0/16"), NOTHING),
        ("2.33", "AIG008", _proxy(UPSTREAM="http://@proxy.example.com"), ERROR),
        ("2.33", "AIG008", _proxy(UPSTREAM="http://:p@proxy.example.com"), NOTHING),
        ("2.33", "AIG008", _proxy(UPSTREAM="proxy.example.com:3128"), NOTHING),
        ("2.33", "AIG010", _proxy(UPSTREAM="http://proxy.example.com", UPSTREAM_CA="/ca"), WARNING),
        ("2.33", "AIG010", _proxy(UPSTREAM="HTTPS://proxy.example.com", UPSTREAM_CA="/ca"), NOTHING),
        ("2.34", "AIG015", {"CODER_AI_GATEWAY_MAX_CONCURRENCY": "-1"}, WARNING),
        ("2.34", "AIG015", {"CODER_AI_GATEWAY_MAX_CONCURRENCY": "0"}, NOTHING),
        ("2.34", "AIG016", {"CODER_AI_GATEWAY_ALLOW_BYOK": "false", "CODER_AI_GATEWAY_PROVIDER_0_TYPE": "openai"}, WARNING),
        ("2.34", "AIG016", {"CODER_AI_GATEWAY_ALLOW_BYOK": "false", "CODER_AI_GATEWAY_PROVIDER_0_TYPE": "copilot"}, NOTHING),
        ("2.34", "AIG016", {"CODER_AI_GATEWAY_PROVIDER_0_TYPE": "openai"}, NOTHING),
    ],
)
def test_a_trap(release: str, code: str, environ: dict[str, str], expected: Severity | None) -> None:
    found = check_environ(environ, release).diagnostics
    assert next((item.severity for item in found if item.code == code), None) is expected


def test_files_that_may_not_be_read_are_said_to_be_unchecked() -> None:
    report = check_environ({**_proxy(), **OPENAI}, "2.33")
    assert report.errors == ()
    assert "the files that `CODER_AIBRIDGE_PROXY_CERT_FILE` and `CODER_AIBRIDGE_PROXY_KEY_FILE` name were not read" in report.not_checked


def test_a_missing_file_is_named_by_its_option() -> None:
    def read(_path: str) -> bytes:
        raise FileNotFoundError

    report = check_environ({**_proxy(), **OPENAI}, "2.33", read_file=read)
    assert [(item.code, item.message) for item in report.errors] == [
        ("AIG002", "the file that `CODER_AIBRIDGE_PROXY_CERT_FILE` names does not exist"),
    ]
