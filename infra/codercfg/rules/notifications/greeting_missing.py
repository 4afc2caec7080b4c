"""NTF014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class GreetingMissing(Rule):
    """The mail relay gets no greeting.

    What: The name with which Coder greets the mail relay is empty, and STARTTLS is off.

    Why: The server starts, and every mail fails.

    Wrong:
    ```env
    # release: 2.34
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_HELLO=
    ```

    Right:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_HELLO=coder.example.com
    ```
    """

    code = "NTF014"
    name = "greeting-missing"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.hello",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """STARTTLS needs no greeting of its own."""
        hello, relay = "notifications.email.hello", "notifications.email.smarthost"
        if config.get(relay) and not config.get(hello) and not config.get("notifications.email.tls.start_tls"):
            yield self.finding(
                config,
                hello,
                f"`{config.name(hello)}` is empty",
                why="the server starts, and every mail fails",
                help="remove it to greet as localhost, or write the server's host name",
            )


RULE = GreetingMissing()
