from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.kubernetes_objects import names

SECRETS = st.from_regex(r"[a-z0-9]([a-z0-9.-]{0,80}[a-z0-9])?", fullmatch=True)


def test_names_are_those_of_coders_chart_where_it_has_them() -> None:
    assert names.secret_name("coder", "coder") == "coder"
    assert names.secret_name("coder", "ai-providers") == "coder-ai-providers"
    assert names.role_name("coder") == "coder-workspace-perms"
    assert names.role_binding_name("coder") == "coder"
    assert names.postgres_name("dev") == "dev-postgres"


@given(SECRETS)
def test_a_volume_name_is_always_a_dns_label(secret: str) -> None:
    assert names.is_dns_label(names.volume_name("tls", secret))


@given(SECRETS, SECRETS)
def test_two_secrets_never_share_a_volume_name(one: str, other: str) -> None:
    assert (names.volume_name("tls", one) == names.volume_name("tls", other)) == (one == other)


@pytest.mark.parametrize(("secret", "name"), [("a", "tls-a"), ("a.b", "tls-a-b-30be12c2"), ("a-b", "tls-a-b")])
def test_a_volume_name_stays_readable(secret: str, name: str) -> None:
    assert names.volume_name("tls", secret)[: len("tls-a-b")] == name[: len("tls-a-b")]


@pytest.mark.parametrize("text", ["", "A", "-a", "a-", "a_b", "a.b", "a" * 64, "ä"])
def test_what_is_no_dns_label_is_refused(text: str) -> None:
    assert not names.is_dns_label(text)


@pytest.mark.parametrize(("text", "fits"), [("a.b", True), ("a..b", False), ("a.-b", False), ("a" * 63, True), ("a" * 64, False)])
def test_a_dns_subdomain_is_labels_joined_by_dots(text: str, fits: bool) -> None:  # noqa: FBT001
    assert names.is_dns_subdomain(text) is fits
