"""OID010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class UnverifiedMailAccepted(Rule):
    """Mail addresses that are not verified are accepted.

    What: The provider's mark that a mail address is not verified is ignored.

    Why: Accounts are found by mail address, so whoever can enter another person's address at the provider may take
    over that account.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_IGNORE_EMAIL_VERIFIED=true
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID010"
    name = "unverified-mail-accepted"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oidc.ignore_email_verified",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server logs a warning, too."""
        if config.get("oidc.client_id") and config.get("oidc.ignore_email_verified"):
            yield self.finding(
                config,
                "oidc.ignore_email_verified",
                f"`{config.name('oidc.ignore_email_verified')}` accepts addresses that nobody verified",
                why="whoever enters another person's address at the provider may take over that account",
                help="remove it and let the provider verify addresses",
            )


RULE = UnverifiedMailAccepted()
