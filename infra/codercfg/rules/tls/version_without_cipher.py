"""TLS011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule
from codercfg.rules.tls.ciphers import INSECURE, SECURE, VERSIONS, checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class VersionWithoutCipher(Rule):
    """An enabled TLS version has no cipher.

    What: TLS is enabled and no item of the cipher list serves some version from the oldest one up to TLS 1.2.
    Suites with GCM or CHACHA20 serve TLS 1.2 only, and the suites of TLS 1.3 serve none of these.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls10
    CODER_TLS_CIPHERS=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls12
    CODER_TLS_CIPHERS=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    ```
    """

    code = "TLS011"
    name = "version-without-cipher"
    source = "coder/coder cli/server.go"
    triggers = ("tls.supported_ciphers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only a list of known suites is looked at."""
        items, oldest = checked(config), config.get("tls.min_version")
        suites = SECURE | INSECURE
        if not items or oldest not in VERSIONS[:3] or any(item not in suites for item in items):
            return
        if not config.get("tls.allow_insecure_ciphers") and any(item in INSECURE for item in items):
            return
        missing = [version for version in VERSIONS[:3] if version >= oldest and not any(version in suites[item] for item in items)]
        if missing:
            yield self.finding(
                config,
                "tls.supported_ciphers",
                f"`{config.name('tls.supported_ciphers')}` has no cipher suite for {', '.join(missing)}",
                why="the server stops at start: each enabled version up to TLS 1.2 needs one",
                help=f"set `{config.name('tls.min_version')}` to tls12 and name a suite with GCM, or remove the cipher list",
                about=names(config, "tls.supported_ciphers", "tls.min_version"),
            )


RULE = VersionWithoutCipher()
