"""TLS006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.files import may_read, not_read
from codercfg.rules.key_pairs import pair_fault
from codercfg.rules.rule import NotChecked, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CertificateUnusable(Rule):
    """A TLS certificate and its key cannot be used.

    What: TLS is enabled and a certificate file or key file is missing, unreadable, no PEM, swapped with the other,
    or the two do not belong together. Blanks behind a comma belong to the path.

    Why: The server stops at start.

    Wrong:
    ```env
    # file: /etc/coder/tls.crt = not a certificate
    # file: /etc/coder/tls.key = not a key
    CODER_TLS_ENABLE=true
    CODER_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_TLS_KEY_FILE=/etc/coder/tls.key
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CERT_FILE=/etc/coder/tls.crt
    CODER_TLS_KEY_FILE=/etc/coder/tls.key
    ```
    """

    code = "TLS006"
    name = "certificate-unusable"
    source = "coder/coder cli/server.go; Go tls.LoadX509KeyPair"
    triggers = ("tls.cert_file", "tls.key_file")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Files are looked at only when the caller allows it."""
        certificates, keys = config.get("tls.cert_file"), config.get("tls.key_file")
        if not config.get("tls.enable") or not certificates or len(certificates) != len(keys):
            return
        about = (config.name("tls.cert_file"), config.name("tls.key_file"))
        if not may_read(config):
            yield not_read(*about)
            return
        for number, (certificate, key) in enumerate(zip(certificates, keys, strict=True), 1):
            wrong = pair_fault(config, certificate, key, about)
            if isinstance(wrong, NotChecked):
                yield wrong
            elif wrong is not None:
                yield self.finding(
                    config,
                    "tls.cert_file",
                    f"item {number} of `{about[0]}` {wrong}",
                    why="the server stops at start",
                    help="name a PEM certificate chain and its unencrypted PEM key, in the same order in both lists",
                    about=about,
                )


RULE = CertificateUnusable()
