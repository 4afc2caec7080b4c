"""OID019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OfflineAccessLost(Rule):
    """Login parameters drop the request for refresh tokens.

    What: Parameters of the login address are set without `access_type`, which the default holds.

    Why: The given map replaces the default, so some providers (Google) no longer issue refresh tokens and sessions
    end early.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://accounts.google.com
    CODER_OIDC_AUTH_URL_PARAMS={"prompt": "consent"}
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://accounts.google.com
    CODER_OIDC_AUTH_URL_PARAMS={"access_type": "offline", "prompt": "consent"}
    ```
    """

    code = "OID019"
    name = "offline-access-lost"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = ("oidc.auth_url_params",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Other providers use the scope `offline_access` instead."""
        google = config.get("oidc.issuer_url").rstrip("/") == "https://accounts.google.com"
        if config.get("oidc.client_id") and google and "access_type" not in (config.get("oidc.auth_url_params") or {}):
            yield self.finding(
                config,
                "oidc.auth_url_params",
                f"`{config.name('oidc.auth_url_params')}` drops the default access_type=offline",
                why="Google then issues no refresh tokens, and sessions end early",
                help='add "access_type": "offline" to the map',
            )


RULE = OfflineAccessLost()
