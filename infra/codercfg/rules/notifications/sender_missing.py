"""NTF007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SenderMissing(Rule):
    """Mails have no sender.

    What: A mail relay is set without the address of the sender.

    Why: The server starts, and every mail fails.

    Wrong:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    ```

    Right:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    ```
    """

    code = "NTF007"
    name = "sender-missing"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.smarthost",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The relay needs a sender."""
        if config.get("notifications.email.smarthost") and not config.get("notifications.email.from"):
            yield self.finding(
                config,
                "notifications.email.smarthost",
                f"`{config.name('notifications.email.smarthost')}` is set without `{config.name('notifications.email.from')}`",
                why="the server starts, and every mail fails",
                help=f"set `{config.name('notifications.email.from')}` to a mail address",
            )


RULE = SenderMissing()
