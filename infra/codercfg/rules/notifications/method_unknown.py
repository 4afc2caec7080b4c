"""NTF002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MethodUnknown(Rule):
    """The way of notifications is unknown.

    What: The method of notifications is neither `smtp` nor `webhook`, in exactly this spelling.

    Why: The server starts, and every notification fails when it is stored.

    Wrong:
    ```env
    CODER_NOTIFICATIONS_METHOD=SMTP
    ```

    Right:
    ```env
    CODER_NOTIFICATIONS_METHOD=smtp
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    ```
    """

    code = "NTF002"
    name = "method-unknown"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications"
    triggers = ("notifications.method",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """`inbox` is another rule's."""
        if config.get("notifications.method") not in {"smtp", "webhook", "inbox"}:
            yield self.finding(
                config,
                "notifications.method",
                f"`{config.name('notifications.method')}` is no method of notifications",
                why="the server starts, and every notification fails when it is stored",
                help="write smtp or webhook, in lower case without blanks",
            )


RULE = MethodUnknown()
