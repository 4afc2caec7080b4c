"""NTF006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.listen import port_fault
from codercfg.rules.rule import Rule
from codercfg.values import host_port
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SmarthostMalformed(Rule):
    """The mail relay is no host and port.

    What: The mail relay is not `host:port` with a number as port. The option is free text, so reading it finds
    nothing.

    Why: The server starts, and every mail fails.

    Wrong:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com
    CODER_EMAIL_FROM=coder@example.com
    ```

    Right:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    ```
    """

    code = "NTF006"
    name = "smarthost-malformed"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.smarthost",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The port is needed."""
        text = config.get("notifications.email.smarthost")
        if not text:
            return
        try:
            address = host_port.parse(text)
            wrong = "the host is missing" if not address.host else port_fault(address.port or "none")
        except ValueParseError as error:
            wrong = error.reason
        if wrong is not None:
            yield self.finding(
                config,
                "notifications.email.smarthost",
                f"`{config.name('notifications.email.smarthost')}` is no host and port: {wrong}",
                why="the server starts, and every mail fails",
                help="write host:port, such as smtp.example.com:587",
            )


RULE = SmarthostMalformed()
