"""TLS007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.files import may_read, not_read
from codercfg.rules.key_pairs import authority_fault
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientAuthorityUnusable(Rule):
    """The authority file for client certificates cannot be used.

    What: TLS is enabled and the authority file is missing, unreadable, or holds no certificate. It is read in every
    mode, even `none`.

    Why: The server stops at start.

    Wrong:
    ```env
    # file: /etc/coder/ca.crt = not a certificate
    CODER_TLS_ENABLE=true
    CODER_TLS_CLIENT_CA_FILE=/etc/coder/ca.crt
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CLIENT_CA_FILE=/etc/coder/ca.crt
    ```
    """

    code = "TLS007"
    name = "client-authority-unusable"
    source = "coder/coder cli/server.go; Go x509.CertPool.AppendCertsFromPEM"
    triggers = ("tls.client_ca_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Files are looked at only when the caller allows it."""
        file = config.get("tls.client_ca_file")
        if not file or not config.get("tls.enable"):
            return
        if not may_read(config):
            yield not_read(config.name("tls.client_ca_file"))
            return
        wrong = authority_fault(config, file)
        if wrong is not None:
            yield self.finding(
                config,
                "tls.client_ca_file",
                f"the file that `{config.name('tls.client_ca_file')}` names {wrong}",
                why="the server stops at start",
                help="name a file with at least one PEM certificate, or remove the option",
            )


RULE = ClientAuthorityUnusable()
