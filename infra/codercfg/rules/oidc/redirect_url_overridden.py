"""OID017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RedirectUrlOverridden(Rule):
    """The login callback is overridden.

    What: The address of the login callback is set instead of being derived from the access URL.

    Why: The server logs a warning; when the address is not registered at the provider or leads elsewhere, every
    login fails.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_REDIRECT_URL=https://login.example.com
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID017"
    name = "redirect-url-overridden"
    severity = Severity.WARNING
    since = "2.32"
    source = "coder/coder cli/server.go"
    triggers = ("oidc.redirect_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only deployments with several domains need it."""
        if config.get("oidc.client_id") and is_given(config, "oidc.redirect_url"):
            yield self.finding(
                config,
                "oidc.redirect_url",
                f"`{config.name('oidc.redirect_url')}` replaces the callback below the access URL",
                why="logins fail unless this address is registered at the provider and leads to the server",
                help="remove it unless the deployment has several domains",
            )


RULE = RedirectUrlOverridden()
