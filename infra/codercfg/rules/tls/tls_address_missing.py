"""TLS001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TlsAddressMissing(Rule):
    """TLS is on but has no address.

    What: TLS is enabled while its address is empty and the older combined address is not set.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_ADDRESS=:
    ```

    Right:
    ```env
    CODER_TLS_ENABLE=true
    CODER_TLS_ADDRESS=0.0.0.0:8443
    ```
    """

    code = "TLS001"
    name = "tls-address-missing"
    source = "coder/coder cli/server.go"
    triggers = ("tls.enable",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """TLS needs an address."""
        if config.get("tls.enable") and not is_given(config, "tls.address") and not is_given(config, "address"):
            yield self.finding(
                config,
                "tls.enable",
                f"`{config.name('tls.enable')}` is on but `{config.name('tls.address')}` is empty",
                why="the server stops at start",
                help="write host:port, such as 0.0.0.0:8443",
                about=names(config, "tls.enable", "tls.address"),
            )


RULE = TlsAddressMissing()
