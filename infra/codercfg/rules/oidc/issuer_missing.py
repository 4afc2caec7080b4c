"""OID001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IssuerMissing(Rule):
    """OpenID Connect has a client but no issuer.

    What: A client id switches login through OpenID Connect on, and the issuer is not set or empty.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID001"
    name = "issuer-missing"
    source = "coder/coder cli/server.go"
    triggers = ("oidc.client_id",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The client id is the switch."""
        if config.get("oidc.client_id") and not config.get("oidc.issuer_url"):
            yield self.finding(
                config,
                place(config, "oidc.issuer_url", "oidc.client_id"),
                f"`{config.name('oidc.issuer_url')}` is missing",
                why=f"the server stops at start: `{config.name('oidc.client_id')}` switches OpenID Connect on",
                help="set the issuer exactly as the provider's discovery document names it",
                about=(config.name("oidc.issuer_url"), config.name("oidc.client_id")),
            )


RULE = IssuerMissing()
