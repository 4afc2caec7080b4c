"""DRP009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class StunAfterDisable(Rule):
    """STUN addresses stand beside `disable`.

    What: The list of STUN addresses holds the word `disable` beside addresses.

    Why: STUN is off. Addresses in front of the word are checked and then dropped, addresses behind it are not even
    looked at.

    Wrong:
    ```env
    CODER_DERP_SERVER_STUN_ADDRESSES=stun.example.com:3478,disable
    ```

    Right:
    ```env
    CODER_DERP_SERVER_STUN_ADDRESSES=disable
    ```
    """

    code = "DRP009"
    name = "stun-after-disable"
    severity = Severity.WARNING
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.server.stun_addresses",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The word is matched exactly."""
        items = config.get("derp.server.stun_addresses")
        if "disable" in items and len(items) > 1:
            yield self.finding(
                config,
                "derp.server.stun_addresses",
                f"`{config.name('derp.server.stun_addresses')}` holds addresses beside disable",
                why="the word turns STUN off, whatever else is listed",
                help="write disable alone, or remove it",
            )


RULE = StunAfterDisable()
