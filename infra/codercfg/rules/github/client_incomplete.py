"""GHB008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientIncomplete(Rule):
    """The GitHub application is half configured.

    What: Of client id and client secret only one is set. The device flow needs no secret.

    Why: The server starts, and every login through GitHub fails.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```
    """

    code = "GHB008"
    name = "client-incomplete"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.client_id", "oauth2.github.client_secret")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The two go together."""
        client, secret = self.triggers
        needs_secret = not config.get("oauth2.github.device_flow")
        if is_given(config, client) and needs_secret and not is_given(config, secret):
            given, missing = client, secret
        elif is_given(config, secret) and not is_given(config, client):
            given, missing = secret, client
        else:
            return
        yield self.finding(
            config,
            given,
            f"`{config.name(given)}` is set without `{config.name(missing)}`",
            why="the server starts, and every login through GitHub fails",
            help=f"set `{config.name(missing)}` as well",
        )


RULE = ClientIncomplete()
