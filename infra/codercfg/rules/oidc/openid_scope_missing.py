"""OID016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OpenidScopeMissing(Rule):
    """The scope `openid` is missing.

    What: OpenID Connect is on and the scopes do not hold exactly `openid`; a blank in front makes it another scope.

    Why: The provider then sends no identity token, and every login fails.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_SCOPES=profile,email
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_SCOPES=openid,profile,email
    ```
    """

    code = "OID016"
    name = "openid-scope-missing"
    severity = Severity.WARNING
    source = "OpenID Connect Core 1.0, section 3.1.2.1"
    triggers = ("oidc.scopes",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server does not check scopes."""
        if config.get("oidc.client_id") and "openid" not in config.get("oidc.scopes"):
            yield self.finding(
                config,
                "oidc.scopes",
                f"`{config.name('oidc.scopes')}` lacks openid",
                why="the provider sends no identity token, and every login fails",
                help="write openid,profile,email and further scopes, separated by commas without blanks",
            )


RULE = OpenidScopeMissing()
