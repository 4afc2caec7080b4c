"""SRV001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class PollIntervalNotPositive(Rule):
    """An interval of the server is not positive.

    What: The interval at which workspaces are started and stopped, or at which stuck builds are searched, is 0 or
    negative.

    Why: The server crashes at start.

    Wrong:
    ```env
    CODER_AUTOBUILD_POLL_INTERVAL=0s
    ```

    Right:
    ```env
    CODER_AUTOBUILD_POLL_INTERVAL=1m
    ```
    """

    code = "SRV001"
    name = "poll-interval-not-positive"
    source = "coder/coder cli/server.go; Go time.NewTicker"
    triggers = ("autobuild_poll_interval", "job_hang_detector_interval")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Other intervals have a default of their own for 0."""
        for path in self.triggers:
            if config.get(path).nanoseconds <= 0:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is not positive",
                    why=f"{CRASHES} at start",
                    help="write a positive duration such as 1m, or remove it",
                )


RULE = PollIntervalNotPositive()
