"""No rule repeats a value: a key pasted into the wrong variable must not show."""

from __future__ import annotations

import pytest

from codercfg.check import check_environ
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.options.family import members

CANARY = "sk-cAnArY-7f3b9d1e5a"
FAMILIES = {
    "CODER_AIBRIDGE_PROVIDER_": ("2.33", "anthropic", AIBridgeProviderConfig),
    "CODER_AI_GATEWAY_PROVIDER_": ("2.34", "anthropic", AIBridgeProviderConfig),
    "CODER_EXTERNAL_AUTH_": ("2.34", "gitlab", ExternalAuthConfig),
}
CASES = [(prefix, member.key.env or "") for prefix, (_r, _t, model) in FAMILIES.items() for member in members(model)]


@pytest.mark.parametrize("text", [CANARY, f" {CANARY}", f"{CANARY},{CANARY},", f"https://u:{CANARY}@x y/", f"({CANARY}"])
@pytest.mark.parametrize(("prefix", "key"), CASES)
def test_a_value_in_any_key_of_an_indexed_family_shows_nowhere(prefix: str, key: str, text: str) -> None:
    release, kind, _model = FAMILIES[prefix]
    environ = {
        f"{prefix}0_TYPE": kind,
        f"{prefix}0_CLIENT_ID": "abc",
        f"{prefix}1_TYPE": kind,
        f"{prefix}0_{key}": text,
        f"{prefix}1_{key}": text,
    }
    shown = repr(check_environ(environ, release).diagnostics)
    pieces = {CANARY[start : start + 8] for start in range(len(CANARY) - 7)}
    assert [piece for piece in pieces if piece in shown] == []


@pytest.mark.parametrize(
    "key", ["UPSTREAM", "UPSTREAM_CA", "LISTEN_ADDR", "ALLOWED_PRIVATE_CIDRS", "CERT_FILE", "TLS_KEY_FILE", "DOMAIN_ALLOWLIST"]
)
def test_a_value_in_an_option_of_the_proxy_shows_nowhere(key: str) -> None:
    environ = {"CODER_AIBRIDGE_PROXY_ENABLED": "true", f"CODER_AIBRIDGE_PROXY_{key}": f"http://u:{CANARY}@x y"}
    assert CANARY[:8] not in repr(check_environ(environ, "2.33").diagnostics)
