"""HTP013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AccessUrlMissing(Rule):
    """There is no access URL.

    What: The access URL is not set or empty.

    Why: The server opens a tunnel through a public host of Coder and sets the wildcard URL itself; the deployment
    is then reachable from the internet, under an address that may change.

    Wrong:
    ```env
    CODER_HTTP_ADDRESS=0.0.0.0:8080
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    ```
    """

    code = "HTP013"
    name = "access-url-missing"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Nothing else stands in for it; a stack that leaves it out gets the URL of its Service."""
        if config.kind == "stack" and not config.is_set("access_url"):
            return
        if not is_given(config, "access_url"):
            yield self.finding(
                config,
                "access_url",
                f"`{config.name('access_url')}` is not set",
                why="the server opens a public tunnel to be reachable at all",
                help="set it to the URL under which users reach the server, such as https://coder.example.com",
            )


RULE = AccessUrlMissing()
