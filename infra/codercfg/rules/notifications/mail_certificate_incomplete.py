"""NTF011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MailCertificateIncomplete(Rule):
    """Half of the client certificate for mail is missing.

    What: Of the certificate that Coder shows to the mail relay, only the certificate or only the key is set.

    Why: The server starts, and every mail fails.

    Wrong:
    ```env
    CODER_EMAIL_TLS_CERTFILE=/etc/coder/mail.crt
    ```

    Right:
    ```env
    CODER_EMAIL_TLS_CERTFILE=/etc/coder/mail.crt
    CODER_EMAIL_TLS_CERTKEYFILE=/etc/coder/mail.key
    ```
    """

    code = "NTF011"
    name = "mail-certificate-incomplete"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.tls.cert_file", "notifications.email.tls.key_file")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Files are looked at only when a mail is sent."""
        certificate, key = self.triggers
        if bool(config.get(certificate)) != bool(config.get(key)):
            given, missing = (certificate, key) if config.get(certificate) else (key, certificate)
            yield self.finding(
                config,
                given,
                f"`{config.name(given)}` is set without `{config.name(missing)}`",
                why="the server starts, and every mail fails",
                help=f"set `{config.name(missing)}` as well, or remove both",
            )


RULE = MailCertificateIncomplete()
