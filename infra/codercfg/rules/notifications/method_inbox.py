"""NTF001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MethodInbox(Rule):
    """The inbox is chosen as the way of notifications.

    What: The method of notifications is `inbox`. The inbox is always there and no method of its own.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_NOTIFICATIONS_METHOD=inbox
    ```

    Right:
    ```env
    CODER_NOTIFICATIONS_METHOD=webhook
    CODER_NOTIFICATIONS_WEBHOOK_ENDPOINT=https://hooks.example.com/coder
    ```
    """

    code = "NTF001"
    name = "method-inbox"
    source = "coder/coder coderd/notifications"
    triggers = ("notifications.method",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only this spelling is refused."""
        if config.get("notifications.method") == "inbox":
            yield self.finding(
                config,
                "notifications.method",
                f"`{config.name('notifications.method')}` cannot be inbox",
                why="the server stops at start",
                help="write smtp or webhook; the inbox has a switch of its own",
            )


RULE = MethodInbox()
