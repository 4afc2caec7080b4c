"""Whether and how login through GitHub is on (upstream `cli/server.go`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import is_given

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration

ALLOW_EVERYONE = "oauth2.github.allow_everyone"
ORGS = "oauth2.github.allowed_orgs"
TEAMS = "oauth2.github.allowed_teams"
_OWN = ("oauth2.github.client_id", "oauth2.github.client_secret", "oauth2.github.enterprise_base_url")


def is_own(config: Configuration) -> bool:
    """Whether an own application is configured; half of it is enough for the server to think so."""
    return any(is_given(config, path) for path in _OWN)


def is_on(config: Configuration) -> bool:
    """Whether there is a login: an own application, or the shared one, which only new deployments offer."""
    return is_own(config) or bool(config.get("oauth2.github.default_provider_enable"))
