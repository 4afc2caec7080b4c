"""AIG015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NegativeLimit(Rule):
    """A limit of the AI gateway is negative.

    What: The most concurrent requests, or requests in a second, of the AI gateway is a negative number.

    Why: The server takes it for unlimited, as it does 0.

    Wrong:
    ```env
    CODER_AI_GATEWAY_RATE_LIMIT=-5
    ```

    Right:
    ```env
    CODER_AI_GATEWAY_RATE_LIMIT=100
    ```
    """

    code = "AIG015"
    name = "negative-limit"
    severity = Severity.WARNING
    since = "2.30"
    source = "coder/coder enterprise/coderd/aibridge.go"
    triggers = (
        "ai.bridge.rate_limit",
        "ai.bridge.max_concurrency",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """0 is the documented word for unlimited."""
        for path in self.triggers:
            if config.get(path) < 0:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is negative, which means unlimited",
                    why="the server takes every number up to 0 for no limit",
                    help="write the limit, or 0 to say that there is none",
                )


RULE = NegativeLimit()
