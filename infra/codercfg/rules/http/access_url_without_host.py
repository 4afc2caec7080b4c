"""HTP014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AccessUrlWithoutHost(Rule):
    """The access URL has no host.

    What: The access URL has a scheme but no host name, as in `http://` or `https:coder.example.com`.

    Why: The server starts, and every link, agent connection and login that is derived from it fails.

    Wrong:
    ```env
    CODER_ACCESS_URL=https:coder.example.com
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    ```
    """

    code = "HTP014"
    name = "access-url-without-host"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("access_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A scheme alone is no address."""
        url = config.get("access_url")
        if url.scheme in {"http", "https"} and not url.hostname:
            yield self.finding(
                config,
                "access_url",
                f"`{config.name('access_url')}` has no host name",
                why="the server starts, but its links, agents and logins lead nowhere",
                help="write the whole URL, such as https://coder.example.com",
            )


RULE = AccessUrlWithoutHost()
