"""NTF005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IntervalNotPositive(Rule):
    """An interval of notifications is not positive.

    What: The interval at which messages are fetched, or at which delivery results are stored, is 0 or negative.

    Why: The server crashes at start.

    Wrong:
    ```env
    CODER_NOTIFICATIONS_FETCH_INTERVAL=0
    ```

    Right:
    ```env
    CODER_NOTIFICATIONS_FETCH_INTERVAL=15s
    ```
    """

    code = "NTF005"
    name = "interval-not-positive"
    source = "coder/coder coderd/notifications/manager.go; Go time.NewTicker"
    triggers = ("notifications.fetch_interval", "notifications.sync_interval")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Both intervals drive a ticker."""
        for path in self.triggers:
            if config.get(path).nanoseconds <= 0:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is not positive",
                    why=f"{CRASHES} at start",
                    help="write a positive duration such as 15s, or remove it",
                )


RULE = IntervalNotPositive()
