"""TLS009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule
from codercfg.rules.tls.ciphers import INSECURE, checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CipherInsecure(Rule):
    """An insecure TLS cipher is not allowed.

    What: TLS is enabled and an item of the cipher list is a suite that Go counts as insecure (RC4, 3DES, CBC with
    SHA-256, and key exchange by plain RSA), without permission for such suites.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CIPHERS=TLS_RSA_WITH_AES_128_GCM_SHA256
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CIPHERS=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    ```
    """

    code = "TLS009"
    name = "cipher-insecure"
    source = "coder/coder cli/server.go; Go tls.InsecureCipherSuites"
    triggers = ("tls.supported_ciphers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The permission is an option of its own."""
        if config.get("tls.allow_insecure_ciphers"):
            return
        for number, item in enumerate(checked(config), 1):
            if item in INSECURE:
                yield self.finding(
                    config,
                    "tls.supported_ciphers",
                    f"item {number} of `{config.name('tls.supported_ciphers')}` is an insecure cipher suite",
                    why="the server stops at start",
                    help="write a suite with ECDHE and GCM or CHACHA20, such as TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    about=names(config, "tls.supported_ciphers", "tls.enable"),
                )


RULE = CipherInsecure()
