"""DRP010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class StunIgnored(Rule):
    """STUN addresses have no effect.

    What: STUN addresses are set while direct connections are blocked or the built-in relay is off.

    Why: The server does not look at them.

    Wrong:
    ```env
    CODER_BLOCK_DIRECT=true
    CODER_DERP_SERVER_STUN_ADDRESSES=stun.example.com:3478
    ```

    Right:
    ```env
    CODER_DERP_SERVER_STUN_ADDRESSES=stun.example.com:3478
    ```
    """

    code = "DRP010"
    name = "stun-ignored"
    severity = Severity.WARNING
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.server.stun_addresses",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Turning STUN off is no contradiction."""
        items = config.get("derp.server.stun_addresses")
        if not items or "disable" in items:
            return
        if config.get("derp.config.block_direct") or not config.get("derp.server.enable"):
            yield self.finding(
                config,
                "derp.server.stun_addresses",
                f"nothing reads `{config.name('derp.server.stun_addresses')}`",
                why="the server ignores STUN addresses while direct connections are blocked or its own relay is off",
                help="remove the addresses",
                about=names(config, "derp.server.stun_addresses", "derp.config.block_direct", "derp.server.enable"),
            )


RULE = StunIgnored()
