"""TLS014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES
from codercfg.rules.files import may_read, not_read
from codercfg.rules.key_pairs import authority_fault, pair_fault
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ClientAuthorityCrashes(Rule):
    """A broken authority file crashes the server.

    What: The server has a client certificate of its own, and the authority file beside it is missing or holds no
    certificate, while TLS is off.

    Why: The server panics at start instead of saying what is wrong.

    Wrong:
    ```env
    # file: /etc/coder/client.crt = valid server certificate
    # file: /etc/coder/client.key = key of tls.crt
    # file: /etc/coder/ca.crt = not a certificate
    CODER_TLS_CLIENT_CERT_FILE=/etc/coder/client.crt
    CODER_TLS_CLIENT_KEY_FILE=/etc/coder/client.key
    CODER_TLS_CLIENT_CA_FILE=/etc/coder/ca.crt
    ```

    Right:
    ```env
    CODER_TLS_CLIENT_CERT_FILE=/etc/coder/client.crt
    CODER_TLS_CLIENT_KEY_FILE=/etc/coder/client.key
    CODER_TLS_CLIENT_CA_FILE=/etc/coder/ca.crt
    ```
    """

    code = "TLS014"
    name = "client-authority-crashes"
    source = "coder/coder cli/server.go"
    triggers = ("tls.client_ca_file",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """With TLS on, the authority file is refused before it can crash anything."""
        certificate, key, authority = (config.get(f"tls.client_{part}_file") for part in ("cert", "key", "ca"))
        if not (certificate and key and authority) or config.get("tls.enable"):
            return
        if not may_read(config):
            yield not_read(config.name("tls.client_ca_file"))
            return
        if isinstance(pair_fault(config, certificate, key, ()), str):
            return
        wrong = authority_fault(config, authority)
        if wrong is not None:
            yield self.finding(
                config,
                "tls.client_ca_file",
                f"the file that `{config.name('tls.client_ca_file')}` names {wrong}",
                why=f"{CRASHES} at start",
                help="name a file with at least one PEM certificate, or remove the option",
            )


RULE = ClientAuthorityCrashes()
