"""What the server fills in for each type of external-auth provider, by release.

Source: upstream `coderd/externalauth/externalauth.go`; every row was compared with what running servers hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.rules.external_auth.addresses import auth_url_of, beside, remotes_of
from codercfg.values import url

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.models.external_auth import ExternalAuthConfig
    from codercfg.releases.release import Release
    from codercfg.values.url import GoURL

    Defaults = dict[str, Any]

REVOKE_SINCE = "2.28"
PKCE_SINCE = "2.30"
API_SINCE = "2.32"
ANY_CASE_SINCE = "2.32"
GITLAB_API_FROM_HOST_SINCE = "2.34"
_GITLAB = url.parse("https://gitlab.com/oauth/authorize")
_GITEA = url.parse("https://gitea.com/login/oauth/authorize")


def _shown(name: str, icon: str) -> Defaults:
    return {"display_name": name, "display_icon": f"/icon/{icon}.svg"}


def _github(item: ExternalAuthConfig, _release: Release) -> Defaults:
    return {
        "auth_url": "https://github.com/login/oauth/authorize",
        "token_url": "https://github.com/login/oauth/access_token",
        "validate_url": "https://api.github.com/user",
        "revoke_url": f"https://api.github.com/applications/{item.client_id or ''}/grant",
        "app_installations_url": "https://api.github.com/user/installations",
        "device_code_url": "https://github.com/login/device/code",
        "api_base_url": "https://api.github.com",
        "regex": remotes_of("github.com"),
        "scopes": ("repo", "workflow"),
        "code_challenge_methods_supported": ("S256",),
        **_shown("GitHub", "github"),
    }


def _gitlab(item: ExternalAuthConfig, release: Release) -> Defaults:
    base = auth_url_of(item) or _GITLAB
    later = release.at_least(GITLAB_API_FROM_HOST_SINCE)
    return {
        "auth_url": _GITLAB.text,
        "token_url": beside(base, "/oauth/token"),
        "validate_url": beside(base, "/oauth/token/info"),
        "revoke_url": beside(base, "/oauth/revoke"),
        "api_base_url": f"{base.scheme}://{base.host}/api/v4" if later else "https://gitlab.com/api/v4",
        "regex": remotes_of(base.host),
        "scopes": ("write_repository", "read_api") if later else ("write_repository",),
        "code_challenge_methods_supported": ("S256",),
        **_shown("GitLab", "gitlab"),
    }


def _gitea(item: ExternalAuthConfig, _release: Release) -> Defaults:
    base = auth_url_of(item) if item.auth_url else _GITEA
    derived = {} if base is None else _derived(base, "/login/oauth/access_token", "/login/oauth/userinfo")
    return {
        "auth_url": _GITEA.text,
        **derived,
        "api_base_url": "https://gitea.com/api/v1",
        "scopes": ("read:repository", " write:repository", "read:user"),  # the blank is upstream's
        "code_challenge_methods_supported": ("S256",),
        **_shown("Gitea", "gitea"),
    }


def _derived(base: GoURL, token: str, validate: str) -> Defaults:
    return {"token_url": beside(base, token), "validate_url": beside(base, validate), "regex": remotes_of(base.host)}


def _bitbucket_cloud(_item: ExternalAuthConfig, _release: Release) -> Defaults:
    return {
        "auth_url": "https://bitbucket.org/site/oauth2/authorize",
        "token_url": "https://bitbucket.org/site/oauth2/access_token",
        "validate_url": "https://api.bitbucket.org/2.0/user",
        "regex": remotes_of("bitbucket.org"),
        "scopes": ("account", "repository:write"),
        **_shown("BitBucket", "bitbucket"),
    }


def _bitbucket_server(item: ExternalAuthConfig, _release: Release) -> Defaults:
    base = auth_url_of(item)
    own = _derived(base, "/rest/oauth2/latest/token", "/rest/api/latest/inbox/pull-requests/count") if base else {}
    return {**own, "scopes": ("PUBLIC_REPOS", "REPO_READ", "REPO_WRITE"), **_shown("Bitbucket Server", "bitbucket")}


def _azure_devops(_item: ExternalAuthConfig, _release: Release) -> Defaults:
    return {
        "auth_url": "https://app.vssps.visualstudio.com/oauth2/authorize",
        "token_url": "https://app.vssps.visualstudio.com/oauth2/token",
        "regex": remotes_of("dev.azure.com"),
        "scopes": ("vso.code_write",),
        **_shown("Azure DevOps", "azure-devops"),
    }


def _azure_devops_entra(item: ExternalAuthConfig, _release: Release) -> Defaults:
    base = auth_url_of(item)
    segments = base.path.split("/") if base else []
    fits = segments[2:4] == ["oauth2", "authorize"]
    own = {"token_url": beside(base, f"/{segments[1]}/oauth2/token")} if base and fits else {}
    return {**own, "regex": remotes_of("dev.azure.com"), **_shown("Azure DevOps (Entra)", "azure-devops")}


def _jfrog(item: ExternalAuthConfig, _release: Release) -> Defaults:
    base = auth_url_of(item)
    own: Defaults = {}
    if base is not None:
        own["token_url"] = beside(base, f"/access/api/v1/integrations/{item.client_id or ''}/token")
        own["validate_url"] = beside(base, "/access/api/v1/system/ping")
    return {**own, "scopes": ("applied-permissions/user",), **_shown("JFrog Artifactory", "jfrog")}


def _slack(_item: ExternalAuthConfig, _release: Release) -> Defaults:
    return {
        "auth_url": "https://slack.com/oauth/v2/authorize",
        "token_url": "https://slack.com/api/oauth.v2.access",
        "revoke_url": "https://slack.com/api/auth.revoke",
        "extra_token_keys": ("authed_user",),
        **_shown("Slack", "slack"),
    }


def other(item: ExternalAuthConfig) -> Defaults:
    """The defaults of a type that the server does not know: a generic OAuth2 service."""
    return {
        "display_name": item.type or "",
        "display_icon": "/emojis/1f511.png",
        "code_challenge_methods_supported": ("S256",),
    }


BY_TYPE: dict[str, Callable[[ExternalAuthConfig, Release], Defaults]] = {
    "github": _github,
    "gitlab": _gitlab,
    "gitea": _gitea,
    "bitbucket-cloud": _bitbucket_cloud,
    "bitbucket-server": _bitbucket_server,
    "azure-devops": _azure_devops,
    "azure-devops-entra": _azure_devops_entra,
    "jfrog": _jfrog,
    "slack": _slack,
}
