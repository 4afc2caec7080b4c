"""DRP002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.derp.stun import malformed, read_items
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class StunAddressMalformed(Rule):
    """A STUN address is not a host and a numeric port.

    What: An item of the STUN addresses in front of `disable` is not `host:port` with a number as port. IPv6
    addresses need brackets.

    Why: The server stops at start. It does not look at the list while direct connections are blocked or its own
    relay is off.

    Wrong:
    ```env
    CODER_DERP_SERVER_STUN_ADDRESSES=stun.example.com
    ```

    Right:
    ```env
    CODER_DERP_SERVER_STUN_ADDRESSES=stun.example.com:3478
    ```
    """

    code = "DRP002"
    name = "stun-address-malformed"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.server.stun_addresses",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Items behind `disable` are not looked at."""
        for number, item in enumerate(read_items(config), 1):
            if malformed(item):
                yield self.finding(
                    config,
                    "derp.server.stun_addresses",
                    f"item {number} of `{config.name('derp.server.stun_addresses')}` is not a host and a numeric port",
                    why="the server stops at start",
                    help="write host:port, such as stun.example.com:3478, or the single word disable",
                )


RULE = StunAddressMalformed()
