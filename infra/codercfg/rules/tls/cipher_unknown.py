"""TLS008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.nearest import did_you_mean
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule
from codercfg.rules.tls.ciphers import INSECURE, SECURE, checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CipherUnknown(Rule):
    """A TLS cipher is unknown.

    What: TLS is enabled and an item of the cipher list is not a name of Go's `crypto/tls`. OpenSSL's names are
    other names. Case does not matter, blanks do.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CIPHERS=ECDHE-RSA-AES128-GCM-SHA256
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CIPHERS=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    ```
    """

    code = "TLS008"
    name = "cipher-unknown"
    source = "coder/coder cli/server.go; Go tls.CipherSuites"
    triggers = ("tls.supported_ciphers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Names of both the secure and the insecure suites count."""
        for number, item in enumerate(checked(config), 1):
            if item not in SECURE and item not in INSECURE:
                yield self.finding(
                    config,
                    "tls.supported_ciphers",
                    f"item {number} of `{config.name('tls.supported_ciphers')}` is no cipher suite that Go knows",
                    why="the server stops at start",
                    help=did_you_mean(item, SECURE, "write Go's name, such as TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                    about=names(config, "tls.supported_ciphers", "tls.enable"),
                )


RULE = CipherUnknown()
