"""NTF004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class BufferNegative(Rule):
    """The buffer of delivery results has a negative size.

    What: The number of delivery results that wait in memory is negative.

    Why: The server crashes at start.

    Wrong:
    ```env
    CODER_NOTIFICATIONS_STORE_SYNC_BUFFER_SIZE=-1
    ```

    Right:
    ```env
    CODER_NOTIFICATIONS_STORE_SYNC_BUFFER_SIZE=50
    ```
    """

    code = "NTF004"
    name = "buffer-negative"
    source = "coder/coder coderd/notifications/manager.go"
    triggers = ("notifications.sync_buffer_size",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """0 is a size."""
        if config.get("notifications.sync_buffer_size") < 0:
            yield self.finding(
                config,
                "notifications.sync_buffer_size",
                f"`{config.name('notifications.sync_buffer_size')}` is negative",
                why=f"{CRASHES} at start",
                help="write 0 or more, or remove it for the default of 50",
            )


RULE = BufferNegative()
