"""TLS005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CertificateWithoutKey(Rule):
    """There are not as many TLS certificates as keys.

    What: TLS is enabled and the lists of certificate files and key files differ in length. A comma at the end adds
    an empty item.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CERT_FILE=/etc/coder/a.crt,/etc/coder/b.crt
    CODER_TLS_KEY_FILE=/etc/coder/a.key
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CERT_FILE=/etc/coder/a.crt,/etc/coder/b.crt
    CODER_TLS_KEY_FILE=/etc/coder/a.key,/etc/coder/b.key
    ```
    """

    code = "TLS005"
    name = "certificate-without-key"
    source = "coder/coder cli/server.go"
    triggers = ("tls.cert_file", "tls.key_file")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The lists go together item by item."""
        certificates, keys = config.get("tls.cert_file"), config.get("tls.key_file")
        if config.get("tls.enable") and len(certificates) != len(keys):
            yield self.finding(
                config,
                place(config, "tls.cert_file", "tls.key_file"),
                f"`{config.name('tls.cert_file')}` has {len(certificates)} and `{config.name('tls.key_file')}` has {len(keys)} items",
                why="the server stops at start: it needs one key for each certificate",
                help="name the key of each certificate, in the same order",
                about=(config.name("tls.cert_file"), config.name("tls.key_file")),
            )


RULE = CertificateWithoutKey()
