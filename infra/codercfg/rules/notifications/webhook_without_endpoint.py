"""NTF008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class WebhookWithoutEndpoint(Rule):
    """The webhook has no address.

    What: The method of notifications is `webhook`, and no endpoint is set.

    Why: The server starts, and every notification fails.

    Wrong:
    ```env
    CODER_NOTIFICATIONS_METHOD=webhook
    ```

    Right:
    ```env
    CODER_NOTIFICATIONS_METHOD=webhook
    CODER_NOTIFICATIONS_WEBHOOK_ENDPOINT=https://hooks.example.com/coder
    ```
    """

    code = "NTF008"
    name = "webhook-without-endpoint"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/webhook.go"
    triggers = ("notifications.method",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server checks it when it sends."""
        if config.get("notifications.method") == "webhook" and not is_given(config, "notifications.webhook.endpoint"):
            yield self.finding(
                config,
                "notifications.method",
                f"`{config.name('notifications.method')}` is webhook but `{config.name('notifications.webhook.endpoint')}` is empty",
                why="the server starts, and every notification fails",
                help=f"set `{config.name('notifications.webhook.endpoint')}`",
            )


RULE = WebhookWithoutEndpoint()
