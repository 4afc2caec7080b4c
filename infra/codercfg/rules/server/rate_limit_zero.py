"""SRV014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RateLimitZero(Rule):
    """A rate limit of 0 is the default, not none.

    What: The number of API requests a minute is 0.

    Why: The server takes 0 for its default of 512.

    Wrong:
    ```env
    CODER_API_RATE_LIMIT=0
    ```

    Right:
    ```env
    CODER_API_RATE_LIMIT=1024
    ```
    """

    code = "SRV014"
    name = "rate-limit-zero"
    severity = Severity.WARNING
    source = "coder/coder coderd/coderd.go"
    triggers = ("rate_limit.api",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A negative number lifts the limit."""
        if config.get("rate_limit.api") == 0:
            yield self.finding(
                config,
                "rate_limit.api",
                f"`{config.name('rate_limit.api')}` is 0",
                why="the server uses its default of 512 requests a minute",
                help="write the number of requests, or -1 for no limit",
            )


RULE = RateLimitZero()
