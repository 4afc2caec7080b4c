"""TLS010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.tls.ciphers import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class CiphersWithTls13(Rule):
    """TLS ciphers are chosen while only TLS 1.3 is spoken.

    What: TLS is enabled, the oldest version is `tls13`, and a cipher list is given. TLS 1.3 has no choice of
    suites, not even among its own.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls13
    CODER_TLS_CIPHERS=TLS_AES_128_GCM_SHA256
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_MIN_VERSION=tls13
    ```
    """

    code = "TLS010"
    name = "ciphers-with-tls13"
    source = "coder/coder cli/server.go"
    triggers = ("tls.supported_ciphers",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The two options exclude each other."""
        if checked(config) and config.get("tls.min_version") == "tls13":
            yield self.finding(
                config,
                "tls.supported_ciphers",
                f"`{config.name('tls.supported_ciphers')}` cannot be combined with tls13 as oldest version",
                why="the server stops at start: TLS 1.3 has no choice of cipher suites",
                help=f"remove `{config.name('tls.supported_ciphers')}`, or lower `{config.name('tls.min_version')}` to tls12",
                about=(config.name("tls.supported_ciphers"), config.name("tls.min_version")),
            )


RULE = CiphersWithTls13()
