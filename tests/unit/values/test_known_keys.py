"""Forms of keys. Every key here is put together when the test runs: scanners of repositories would stop at a whole one."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values.known_keys import known_key, long_words, looks_random, may_hold_key, without_keys

if TYPE_CHECKING:
    from uuid import UUID

ALNUM = string.ascii_letters + string.digits


def made_up(length: int, alphabet: str = ALNUM) -> str:
    return "".join(random.Random(length).choices(alphabet, k=length))


HEX = "0123456789abcdef"
KEYS = {
    "an Anthropic key": "sk-" + "ant-api03-" + made_up(93),
    "an OpenRouter key": "sk-" + "or-v1-" + made_up(64, HEX),
    "an OpenAI key": "sk-" + "proj-" + made_up(74, ALNUM + "-_"),
    "an API key": "sk-" + "aB3" + made_up(45),
    "a GitHub token": "gh" + "p_" + made_up(36),
    "a GitLab token": "glp" + "at-" + made_up(20),
    "a Slack token": "xo" + "xb-" + made_up(12, string.digits) + "-" + made_up(24),
    "an AWS access key": "AKIA" + "IOSFODNN7EXAMPLE",
    "a Google key": "AI" + "za" + made_up(35),
    "a Google client secret": "GOC" + "SPX-" + made_up(28),
    "a DigitalOcean token": "dop" + "_v1_" + made_up(64, HEX),
    "a Hugging Face token": "h" + "f_" + made_up(34),
    "a SendGrid key": "S" + "G." + made_up(22) + "." + made_up(43),
    "a signed token (JWT)": "ey" + "J" + made_up(20) + ".eyJ" + made_up(30) + "." + made_up(43),
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----\n" + made_up(64) + "\n",
}
OTHERS = {
    "ghs": ("a GitHub token", "gh" + "s_" + made_up(40)),
    "pat": ("a GitHub token", "github" + "_pat_" + made_up(82)),
    "asia": ("an AWS access key", "AS" + "IA" + "Q" * 16),
    "pkcs8": ("a private key", "-----BEGIN " + "PRIVATE KEY-----"),
    "ec": ("a private key", "-----BEGIN EC " + "PRIVATE KEY-----"),
}
HARMLESS = (
    "https://sk-learn-gateway-production-cluster-eu-central.example.com",
    "sk-lowercaseletterswithoutanydigit",
    "task-force-member-with-a-long-name-1234567890",
    "AKIA",
    "registry.example.com/ASIAPACIFIC",
    "hf_models",
    "ghp_short",
    "eyJhbGciOiJub25lIn0",
    "-----BEGIN CERTIFICATE-----",
    "",
)
# What stands in stack files and no chance has made, or no secret is.
NAMES = (
    "https://login.example.com/realms/company-platform-engineering/protocol/openid-connect",
    "CODER_NOTIFICATIONS_EMAIL_AUTH_PASSWORD_FILE",
    "registry.example.com:5000/team/coder@sha256:" + made_up(64, HEX),
    "postgres.coder-production-database.svc.cluster.local",
    "nginx.ingress.kubernetes.io/proxy-body-size",
    "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
    "CoderDeploymentOfTheProductionPlatform2024",
    "1.2.3.4,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fe80::1",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "sha256-" + made_up(43),
    "arn:aws:iam::123456789012:role/CoderProdEKSRole-A1B2C3D4E5F6",
    "coder-production-7d9F8bC6d4-xK2lP",
    "https://login.microsoftonline.com/12345678-ABCD-1234-abcd-123456789012/v2.0",
    "0123456789abcdef0123456789abcdef",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA" + made_up(40),
)


@pytest.mark.parametrize(("what", "key"), [*KEYS.items(), *OTHERS.values()])
def test_a_key_is_known_by_its_form_wherever_it_stands(what: str, key: str) -> None:
    for text in (key, f"Bearer {key}", f"https://x.example.com/?token={key}&a=b", f'{{"a": "{key}"}}', f"x\n{key}\ny", f"a,{key}"):
        assert known_key(text) == what
        assert may_hold_key(long_words(text))
    assert key not in without_keys(f"before {key} after")
    assert without_keys(f"before {key} after").startswith("before ********")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_begins_like_a_key_is_none(text: str) -> None:
    assert known_key(text) is None
    assert without_keys(text) == text


@pytest.mark.parametrize("text", NAMES)
def test_names_of_things_do_not_look_random(text: str) -> None:
    assert not looks_random(text)
    assert known_key(text) is None


@given(st.uuids())
def test_identifiers_do_not_look_random(identifier: UUID) -> None:
    assert not looks_random(str(identifier))
    assert not looks_random(identifier.hex)


def test_what_chance_made_of_letters_and_digits_nearly_always_looks_random() -> None:
    chance = random.Random(1)
    for length in (24, 32, 48):
        texts = ["".join(chance.choices(ALNUM, k=length)) for _ in range(500)]
        assert sum(map(looks_random, texts)) >= 480


def test_short_texts_never_look_random() -> None:
    assert not looks_random(made_up(23))


@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_an_exception(text: str) -> None:
    assert isinstance(looks_random(text), bool)
    assert known_key(text) is None or may_hold_key(text)
    assert long_words(text) is not None
