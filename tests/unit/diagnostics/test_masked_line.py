from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.diagnostics.masked_line import MASK, Visibility, masked

PUBLIC = {"issuer_url", "oidc", "scopes", "name", "CODER_OIDC_ISSUER_URL"}
SECRET = {"client_secret", "key", "keys", "CODER_OIDC_CLIENT_SECRET"}
VISIBILITY = Visibility(known=lambda key: key in PUBLIC | SECRET, public=PUBLIC.__contains__)
CANARY = "hunter2canary"


def shown(line: str, path: str = "", start: int = 0, *, dotenv: bool = False) -> str:
    return masked(line, start, (path,), VISIBILITY, dotenv=dotenv).text


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("  issuer_url: https//x", "oidc.issuer_url"),
        ("  scopes: [openid, profile]", "oidc.scopes"),
        ("  - openid", "oidc.scopes[0]"),
        ("oidc: {issuer_url: x, name: y}", "oidc.issuer_url"),
        ('"issuer_url": x', ""),
        ('issuer_url: "a: b # c"', ""),
    ],
)
def test_values_of_public_keys_are_shown(line: str, path: str) -> None:
    assert shown(line, path) == line


@pytest.mark.parametrize(
    ("line", "path", "expected"),
    [
        (f"  client_secret: {CANARY}", "oidc.client_secret", f"  client_secret: {MASK}"),
        (f'  "client_secret": "{CANARY}"', "", f'  "client_secret": {MASK}'),
        (f"oidc: {{client_secret: {CANARY}, issuer_url: nope}}", "oidc.issuer_url", f"oidc: {MASK}"),
        (f"  issuer_url: nope, client_secret: {CANARY}}}", "oidc.issuer_url", f"  issuer_url: {MASK}"),
        (f'  {CANARY}, "issuer_url": nope}}', "oidc.issuer_url", f"  {MASK}"),
        (f"  - {CANARY}", "ai.bridge.providers[0].keys[1]", f"  - {MASK}"),
        (f"  - {{name: x, key: {CANARY}}}", "ai.bridge.providers[0].name", f"  - {MASK}"),
        (f"    {CANARY}", "", f"    {MASK}"),
        (f"    {CANARY}: x", "", f"    {MASK}"),
        (f"  issuer_url: https://u:{CANARY}@host", "oidc.issuer_url", f"  issuer_url: {MASK}"),
        (f"  issuer_url: https://u:a/{CANARY}@host", "oidc.issuer_url", f"  issuer_url: {MASK}"),
        (f"  issuer_url: x  # was {CANARY}", "oidc.issuer_url", "  issuer_url: x"),
        (f"  issuer_url: x  # not: {CANARY}", "oidc.issuer_url", "  issuer_url: x"),
        (f"  issuer_url: 'x'  # {CANARY}", "oidc.issuer_url", "  issuer_url: 'x'"),
        (f"  - openid  # {CANARY}", "oidc.scopes[0]", "  - openid"),
        (f"  issuer_url: {CANARY}", "oidc.client_secret", f"  issuer_url: {MASK}"),
        ("  client_secret:", "oidc.client_secret", "  client_secret:"),
    ],
)
def test_everything_that_may_be_secret_is_masked(line: str, path: str, expected: str) -> None:
    assert shown(line, path, start=99) == expected


def test_an_unknown_key_is_shown_when_the_finding_is_about_it_but_its_value_is_not() -> None:
    assert shown(f"  client_secrett: {CANARY}", "oidc.client_secrett", start=2) == f"  client_secrett: {MASK}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"CODER_OIDC_CLIENT_SECRET={CANARY}", f"CODER_OIDC_CLIENT_SECRET={MASK}"),
        ("export CODER_OIDC_ISSUER_URL=nope", "export CODER_OIDC_ISSUER_URL=nope"),
        (f"{CANARY}==", MASK),
    ],
)
def test_dotenv_lines_are_masked_by_their_variable(line: str, expected: str) -> None:
    assert shown(line, start=99, dotenv=True) == expected


def test_the_mask_says_where_it_begins() -> None:
    assert masked(f"key: {CANARY}", 5, ("key",), VISIBILITY).mask_at == 5
    assert masked("name: x", 6, ("name",), VISIBILITY).mask_at is None


@given(st.text(st.characters(exclude_characters="\n"), max_size=30), st.sampled_from(sorted(SECRET)))
def test_no_value_of_a_secret_key_survives(value: str, key: str) -> None:
    assert shown(f"{key}: {CANARY}{value}", key) == f"{key}: {MASK}"
    assert CANARY not in shown(f"{key}: {value}{CANARY}", key)


def test_a_file_in_one_line_is_masked_without_being_searched() -> None:
    assert shown(f"  - issuer_url: x{' ' * 5000}") == f"  - {MASK}"
    assert masked(f"  scopes: {[CANARY] * 1000}", 4, ("oidc.scopes",), VISIBILITY).mask_at == 2
