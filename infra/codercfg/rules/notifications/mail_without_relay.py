"""NTF009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MailWithoutRelay(Rule):
    """Mail has settings but no relay.

    What: The method is explicitly `smtp`, or other mail options are set, and no mail relay is.

    Why: The server sends no mail and says nothing about it.

    Wrong:
    ```env
    CODER_EMAIL_FROM=coder@example.com
    ```

    Right:
    ```env
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    ```
    """

    code = "NTF009"
    name = "mail-without-relay"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = (
        "notifications.method",
        "notifications.email.from",
        "notifications.email.auth.username",
        "notifications.email.auth.password",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A webhook needs no relay."""
        method, *options = self.triggers
        if is_given(config, "notifications.email.smarthost") or config.get(method) == "webhook":
            return
        given = [path for path in options if config.is_set(path) and is_given(config, path)]
        if config.is_set(method) and config.get(method) == "smtp":
            given.append(method)
        if given:
            yield self.finding(
                config,
                given[0],
                f"`{config.name(given[0])}` has no effect without `{config.name('notifications.email.smarthost')}`",
                why="the server sends no mail",
                help=f"set `{config.name('notifications.email.smarthost')}` to host:port of the mail relay",
                about=names(config, *given),
            )


RULE = MailWithoutRelay()
