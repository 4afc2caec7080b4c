"""What the server fills in for external-auth providers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.options.family import members
from codercfg.releases.release import Release
from codercfg.releases.table import known_series
from codercfg.rules.external_auth.addresses import remotes_of
from codercfg.rules.external_auth.defaults import apply_defaults
from codercfg.rules.external_auth.type_defaults import BY_TYPE
from codercfg.values import regexp

KEYS = [member.attribute for member in members(ExternalAuthConfig)]


def _held(release: str = "2.34", **values: Any) -> ExternalAuthConfig:
    return apply_defaults(ExternalAuthConfig.model_construct(**values), Release.parse(release))


@pytest.mark.parametrize(
    ("kind", "auth_url", "token_url"),
    [
        ("github", "https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token"),
        ("gitlab", "https://gitlab.com/oauth/authorize", "https://gitlab.com/oauth/token"),
        ("gitea", "https://gitea.com/login/oauth/authorize", "https://gitea.com/login/oauth/access_token"),
        ("bitbucket-cloud", "https://bitbucket.org/site/oauth2/authorize", "https://bitbucket.org/site/oauth2/access_token"),
        ("azure-devops", "https://app.vssps.visualstudio.com/oauth2/authorize", "https://app.vssps.visualstudio.com/oauth2/token"),
        ("slack", "https://slack.com/oauth/v2/authorize", "https://slack.com/api/oauth.v2.access"),
        ("bitbucket-server", None, None),
        ("azure-devops-entra", None, None),
        ("jfrog", None, None),
        ("custom", None, None),
    ],
)
def test_a_type_decides_where_users_log_in(kind: str, auth_url: str | None, token_url: str | None) -> None:
    held = _held(type=kind, client_id="abc")
    assert (held.id, held.auth_url, held.token_url) == (kind, auth_url, token_url)


@pytest.mark.parametrize(
    ("kind", "token_url", "validate_url"),
    [
        ("gitlab", "https://git.example.com/oauth/token", "https://git.example.com/oauth/token/info"),
        ("gitea", "https://git.example.com/login/oauth/access_token", "https://git.example.com/login/oauth/userinfo"),
        (
            "bitbucket-server",
            "https://git.example.com/rest/oauth2/latest/token",
            "https://git.example.com/rest/api/latest/inbox/pull-requests/count",
        ),
        ("jfrog", "https://git.example.com/access/api/v1/integrations/abc/token", "https://git.example.com/access/api/v1/system/ping"),
        ("github", "https://github.com/login/oauth/access_token", "https://api.github.com/user"),
    ],
)
def test_addresses_follow_a_host_of_ones_own_for_some_types(kind: str, token_url: str, validate_url: str) -> None:
    held = _held(type=kind, client_id="abc", auth_url="https://git.example.com/a/b")
    assert (held.token_url, held.validate_url) == (token_url, validate_url)


@pytest.mark.parametrize(
    ("auth_url", "token_url"),
    [
        ("https://login.example.com/tenant/oauth2/authorize", "https://login.example.com/tenant/oauth2/token"),
        ("/x/oauth2/authorize", "/x/oauth2/token"),
        ("https://login.example.com/tenant/oauth2/v2.0/authorize", None),
        ("", None),
    ],
)
def test_the_entra_token_address_follows_one_form_of_path(auth_url: str, token_url: str | None) -> None:
    assert _held(type="azure-devops-entra", auth_url=auth_url).token_url == token_url


@pytest.mark.parametrize(
    ("release", "key", "value"),
    [
        ("2.27", "revoke_url", None),
        ("2.28", "revoke_url", "https://gitlab.com/oauth/revoke"),
        ("2.29", "code_challenge_methods_supported", None),
        ("2.30", "code_challenge_methods_supported", ("S256",)),
        ("2.31", "api_base_url", None),
        ("2.32", "api_base_url", "https://gitlab.com/api/v4"),
        ("2.33", "scopes", ("write_repository",)),
        ("2.34", "scopes", ("write_repository", "read_api")),
    ],
)
def test_defaults_arrive_with_releases(release: str, key: str, value: object) -> None:
    assert getattr(_held(release, type="gitlab", client_id="abc"), key) == value


@pytest.mark.parametrize(("release", "name"), [("2.31", "GitHub"), ("2.32", "GitHub")])
def test_case_of_the_type_counts_up_to_2_31(release: str, name: str) -> None:
    assert (_held(release, type=name, client_id="abc").token_url is None) is (release == "2.31")


def test_gitlab_s_api_address_follows_its_host_from_2_34_on() -> None:
    own = {"type": "gitlab", "auth_url": "https://git.example.com/oauth/authorize"}
    assert _held("2.33", **own).api_base_url == "https://gitlab.com/api/v4"
    assert _held("2.34", **own).api_base_url == "https://git.example.com/api/v4"


def test_the_old_name_of_bitbucket_cloud_stays_the_id() -> None:
    held = _held(type="bitbucket", client_id="abc")
    assert (held.id, held.type) == ("bitbucket", "bitbucket-cloud")


def test_one_empty_scope_counts_as_given() -> None:
    assert _held(type="github", scopes=("",)).scopes == ("",)
    assert _held(type="github", scopes=()).scopes == ("repo", "workflow")


def test_a_broken_address_leaves_gitlab_on_the_public_service() -> None:
    assert _held(type="gitlab", auth_url="://bad").token_url == "https://gitlab.com/oauth/token"
    assert _held(type="gitea", auth_url="://bad").token_url is None


def test_characters_with_a_meaning_are_quoted_in_the_pattern_of_remotes() -> None:
    assert remotes_of("[::1]:8080") == r"^(https?://)?\[::1\]:8080(/.*)?$"


@pytest.mark.parametrize("kind", [*BY_TYPE, "custom"])
@pytest.mark.parametrize("release", known_series())
def test_default_patterns_compile(kind: str, release: str) -> None:
    pattern = _held(release, type=kind, client_id="abc", auth_url="https://git.example.com:8443/x/y").regex or ""
    assert regexp.parse(pattern) == pattern


ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from([*BY_TYPE, "bitbucket", "GitHub", "custom", "", None])},
    optional={
        "id": st.sampled_from(["", "a", "x-1"]),
        "auth_url": st.one_of(st.sampled_from(["", "https://git.example.com/t/oauth2/authorize", "://bad", "a/b"]), st.text(max_size=20)),
        "client_id": st.text(max_size=5),
        "scopes": st.lists(st.text(max_size=3), max_size=2).map(tuple),
        "regex": st.sampled_from(["", ".*"]),
    },
)


@given(ITEMS, st.sampled_from(known_series()))
def test_applying_defaults_again_changes_nothing(values: dict[str, Any], release: str) -> None:
    once = _held(release, **values)
    again = apply_defaults(once, Release.parse(release))
    assert {key: getattr(again, key) for key in KEYS} == {key: getattr(once, key) for key in KEYS}


@given(ITEMS, st.sampled_from(known_series()))
def test_what_was_given_is_kept(values: dict[str, Any], release: str) -> None:
    held = _held(release, **values)
    for key, value in values.items():
        if value and not (key == "type" and value == "bitbucket"):
            assert getattr(held, key) == value
