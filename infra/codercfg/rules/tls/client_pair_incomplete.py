"""TLS012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientPairIncomplete(Rule):
    """Half of the server's own client certificate is missing.

    What: Of the certificate that the server shows on outgoing calls, only the certificate or only the key is set.

    Why: The server ignores it without a word.

    Wrong:
    ```env
    CODER_TLS_CLIENT_CERT_FILE=/etc/coder/client.crt
    ```

    Right:
    ```env
    CODER_TLS_CLIENT_CERT_FILE=/etc/coder/client.crt
    CODER_TLS_CLIENT_KEY_FILE=/etc/coder/client.key
    ```
    """

    code = "TLS012"
    name = "client-pair-incomplete"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("tls.client_cert_file", "tls.client_key_file")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One half alone has no effect."""
        certificate, key = config.get("tls.client_cert_file"), config.get("tls.client_key_file")
        if bool(certificate) != bool(key):
            given, missing = "tls.client_cert_file", "tls.client_key_file"
            if key:
                given, missing = missing, given
            yield self.finding(
                config,
                given,
                f"`{config.name(given)}` has no effect without `{config.name(missing)}`",
                why="the server ignores one half of the pair without a word",
                help=f"set `{config.name(missing)}` as well, or remove both",
            )


RULE = ClientPairIncomplete()
