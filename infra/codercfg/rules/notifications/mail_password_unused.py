"""NTF012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MailPasswordUnused(Rule):
    """The mail password is not used.

    What: A password or password file for the mail relay is set without a user name.

    Why: The server does not log in to the relay.

    Wrong:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_AUTH_PASSWORD_FILE=/etc/coder/mail-password
    ```

    Right:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_AUTH_USERNAME=coder
    CODER_EMAIL_AUTH_PASSWORD_FILE=/etc/coder/mail-password
    ```
    """

    code = "NTF012"
    name = "mail-password-unused"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.auth.password", "notifications.email.auth.password_file")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The user name is the switch."""
        username = "notifications.email.auth.username"
        given = [path for path in self.triggers if is_given(config, path)]
        if given and not config.get(username):
            yield self.finding(
                config,
                given[0],
                f"`{config.name(given[0])}` has no effect without `{config.name(username)}`",
                why="the server does not log in to the mail relay",
                help=f"set `{config.name(username)}`",
            )


RULE = MailPasswordUnused()
