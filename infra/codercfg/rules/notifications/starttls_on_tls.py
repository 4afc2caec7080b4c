"""NTF010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class StarttlsOnTls(Rule):
    """STARTTLS is combined with TLS from the first byte.

    What: STARTTLS is on while TLS is forced or the mail relay has port 465, on which TLS is always forced.

    Why: STARTTLS is ignored.

    Wrong:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:465
    CODER_EMAIL_FROM=coder@example.com
    CODER_EMAIL_TLS_STARTTLS=true
    ```

    Right:
    ```env
    CODER_EMAIL_SMARTHOST=smtp.example.com:465
    CODER_EMAIL_FROM=coder@example.com
    ```
    """

    code = "NTF010"
    name = "starttls-on-tls"
    severity = Severity.WARNING
    source = "coder/coder coderd/notifications/dispatch/smtp.go"
    triggers = ("notifications.email.tls.start_tls",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One of the two."""
        start, force, relay = "notifications.email.tls.start_tls", "notifications.email.force_tls", "notifications.email.smarthost"
        if config.get(start) and (config.get(force) or config.get(relay).endswith(":465")):
            yield self.finding(
                config,
                start,
                f"`{config.name(start)}` is ignored: TLS is spoken from the first byte",
                why="forced TLS and port 465 switch STARTTLS off",
                help=f"remove `{config.name(start)}`, or use port 587 without forced TLS",
                about=names(config, start, force),
            )


RULE = StarttlsOnTls()
