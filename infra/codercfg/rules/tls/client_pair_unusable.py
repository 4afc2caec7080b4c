"""TLS013."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.files import may_read, not_read
from codercfg.rules.key_pairs import pair_fault
from codercfg.rules.rule import NotChecked, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientPairUnusable(Rule):
    """The server's own client certificate cannot be used.

    What: Both halves of the certificate for outgoing calls are set, but a file is missing, unreadable or no PEM, or
    the two do not belong together.

    Why: The server stops at start, whether TLS is enabled or not.

    Wrong:
    ```env
    # file: /etc/coder/client.crt = not a certificate
    # file: /etc/coder/client.key = not a key
    CODER_TLS_CLIENT_CERT_FILE=/etc/coder/client.crt
    CODER_TLS_CLIENT_KEY_FILE=/etc/coder/client.key
    ```

    Right:
    ```env
    CODER_TLS_CLIENT_CERT_FILE=/etc/coder/client.crt
    CODER_TLS_CLIENT_KEY_FILE=/etc/coder/client.key
    ```
    """

    code = "TLS013"
    name = "client-pair-unusable"
    source = "coder/coder cli/server.go; Go tls.LoadX509KeyPair"
    triggers = ("tls.client_cert_file", "tls.client_key_file")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Files are looked at only when the caller allows it."""
        certificate, key = config.get("tls.client_cert_file"), config.get("tls.client_key_file")
        if not certificate or not key:
            return
        about = (config.name("tls.client_cert_file"), config.name("tls.client_key_file"))
        if not may_read(config):
            yield not_read(*about)
            return
        wrong = pair_fault(config, certificate, key, about)
        if isinstance(wrong, NotChecked):
            yield wrong
        elif wrong is not None:
            yield self.finding(
                config,
                "tls.client_cert_file",
                f"the file that `{about[0]}` names {wrong}",
                why="the server stops at start",
                help="name a PEM certificate and its unencrypted PEM key",
                about=about,
            )


RULE = ClientPairUnusable()
