"""OID018."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoLoginLeft(Rule):
    """Passwords are off without another login.

    What: Login with a password is off, and neither OpenID Connect nor an own GitHub application is configured.

    Why: Nobody can log in, owners included.

    Wrong:
    ```env
    CODER_DISABLE_PASSWORD_AUTH=true
    ```

    Right:
    ```env
    CODER_DISABLE_PASSWORD_AUTH=true
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID018"
    name = "no-login-left"
    severity = Severity.WARNING
    source = "coder/coder coderd/userauth.go"
    triggers = ("disable_password_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The shared GitHub application is there on new deployments only."""
        if config.get("disable_password_auth") and not config.get("oidc.client_id") and not config.get("oauth2.github.client_id"):
            yield self.finding(
                config,
                "disable_password_auth",
                f"`{config.name('disable_password_auth')}` leaves no login of your own",
                why="nobody can log in with a password, not even an owner",
                help="configure OpenID Connect or an own GitHub application first, and try it",
            )


RULE = NoLoginLeft()
