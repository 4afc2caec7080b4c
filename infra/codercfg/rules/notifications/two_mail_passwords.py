"""NTF013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TwoMailPasswords(Rule):
    """The mail password is given twice.

    What: Both the password for the mail relay and a file with it are set.

    Why: The file wins; a change of the other one has no effect.

    Wrong:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_AUTH_USERNAME=coder
    CODER_EMAIL_AUTH_PASSWORD=fake
    CODER_EMAIL_AUTH_PASSWORD_FILE=/etc/coder/mail-password
    ```

    Right:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:587
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_AUTH_USERNAME=coder
    CODER_EMAIL_AUTH_PASSWORD=fake
    ```
    """

    code = "NTF013"
    name = "two-mail-passwords"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.auth.password_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The file wins."""
        password, file = "notifications.email.auth.password", "notifications.email.auth.password_file"
        if is_given(config, password) and config.get(file):
            yield self.finding(
                config,
                password,
                f"`{config.name(password)}` has no effect beside `{config.name(file)}`",
                why="the file wins",
                help="remove one of them",
                about=(config.name(password), config.name(file)),
            )


RULE = TwoMailPasswords()
