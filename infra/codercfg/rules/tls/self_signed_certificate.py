"""TLS016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SelfSignedCertificate(Rule):
    """TLS is on without a certificate.

    What: TLS is enabled and no certificate file is given.

    Why: The server makes a self-signed certificate at each start, which no browser and no agent trusts.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_TLS_KEY_FILE=/etc/coder/tls.key
    ```
    """

    code = "TLS016"
    name = "self-signed-certificate"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("tls.enable",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Nobody trusts what the server signs itself."""
        if config.get("tls.enable") and not config.get("tls.cert_file") and not config.get("tls.key_file"):
            yield self.finding(
                config,
                "tls.enable",
                f"`{config.name('tls.enable')}` is on without a certificate",
                why="the server uses a self-signed certificate that nobody trusts",
                help=f"set `{config.name('tls.cert_file')}` and `{config.name('tls.key_file')}`, or end TLS in front of the server",
            )


RULE = SelfSignedCertificate()
