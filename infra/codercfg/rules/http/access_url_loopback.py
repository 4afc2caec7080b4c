"""HTP015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AccessUrlLoopback(Rule):
    """The access URL points at the machine itself.

    What: The host of the access URL is `localhost` or a loopback address.

    Why: Workspaces cannot reach the server: their agents would look for it inside the workspace. The server only
    logs a warning.

    Wrong:
    ```env
    CODER_ACCESS_URL=http://localhost:3000
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    ```
    """

    code = "HTP015"
    name = "access-url-loopback"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("access_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Names are not resolved here."""
        host = config.get("access_url").hostname.lower()
        if host in {"localhost", "::1"} or host.startswith("127."):
            yield self.finding(
                config,
                "access_url",
                f"`{config.name('access_url')}` points at the machine itself",
                why="agents in workspaces cannot reach the server under this address",
                help="use a name that both users and workspaces resolve to the server",
            )


RULE = AccessUrlLoopback()
