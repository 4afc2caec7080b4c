"""TLS020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule
from codercfg.rules.tls.ciphers import INSECURE, checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class InsecureCipherAllowed(Rule):
    """An insecure TLS cipher is used with permission.

    What: TLS is enabled, and the cipher list names a suite that Go counts as insecure, with permission for such
    suites.

    Why: The server logs a warning and uses it.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_ALLOW_INSECURE_CIPHERS=true
    CODER_TLS_CIPHERS=TLS_RSA_WITH_AES_128_CBC_SHA
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_CIPHERS=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    ```
    """

    code = "TLS020"
    name = "insecure-cipher-allowed"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go; Go tls.InsecureCipherSuites"
    triggers = ("tls.allow_insecure_ciphers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The permission alone changes nothing."""
        weak = [item for item in checked(config) if item in INSECURE]
        if config.get("tls.allow_insecure_ciphers") and weak:
            yield self.finding(
                config,
                "tls.allow_insecure_ciphers",
                f"`{config.name('tls.supported_ciphers')}` names {len(weak)} insecure cipher suites, which are allowed",
                why="the server logs a warning and uses them",
                help="remove the permission, and name suites with ECDHE and GCM or CHACHA20",
                about=names(config, "tls.supported_ciphers", "tls.allow_insecure_ciphers"),
            )


RULE = InsecureCipherAllowed()
