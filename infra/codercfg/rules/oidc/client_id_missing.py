"""OID002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientIdMissing(Rule):
    """OpenID Connect has settings but no client.

    What: Settings of login through OpenID Connect are given without a client id.

    Why: The server leaves this login off without a word, and does not check the settings.

    Wrong:
    ```env
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    ```
    """

    code = "OID002"
    name = "client-id-missing"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oidc.issuer_url", "oidc.client_secret", "oidc.client_key_file", "oidc.group_allow_list", "oidc.email_domain")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for all settings."""
        if config.get("oidc.client_id"):
            return
        ignored = [path for path in self.triggers if config.is_set(path) and is_given(config, path)]
        if ignored:
            yield self.finding(
                config,
                ignored[0],
                f"`{config.name(ignored[0])}` has no effect without `{config.name('oidc.client_id')}`",
                why="the server leaves OpenID Connect off without a word",
                help=f"set `{config.name('oidc.client_id')}`, or remove the settings of OpenID Connect",
                about=names(config, *ignored),
            )


RULE = ClientIdMissing()
