"""EXT108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.items import EXTERNAL_AUTH, entries
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientSecretMissing(Rule):
    """An external-auth provider has no client secret.

    What: An external-auth provider leaves `client_secret` out or empty and does not use the device flow.

    Why: The server starts without looking at it, and the first user who links an account gets the service's error
    instead.

    Wrong:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    ```

    Right:
    ```env
    CODER_EXTERNAL_AUTH_0_TYPE=github
    CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
    CODER_EXTERNAL_AUTH_0_CLIENT_SECRET=made-up
    ```
    """

    code = "EXT108"
    name = "client-secret-missing"
    severity = Severity.WARNING
    source = "coder/coder coderd/externalauth/externalauth.go"
    triggers = ("@external_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The device flow needs none."""
        for entry in entries(config, EXTERNAL_AUTH):
            if entry.is_given("client_id") and not entry.is_given("client_secret") and not entry.get("device_flow"):
                yield self.finding(
                    config,
                    entry.origin("client_secret", "client_id"),
                    f"`{entry.name('client_secret')}` is {'missing' if entry.get('client_secret') is None else 'empty'}",
                    path=f"{entry.path}.client_secret",
                    why="the server does not check it; linking an account fails when the service asks for the secret",
                    help="set it to the secret of the OAuth application, unless the application is registered as a public client",
                    about=entry.about("client_secret", "client_id"),
                )


RULE = ClientSecretMissing()
