"""DRP005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.derp.relay_map import lacks_relay
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoRelay(Rule):
    """There is no relay at all.

    What: The built-in relay is off and no custom relay map has a relay.

    Why: The server stops at start, because no workspace could be reached.

    Wrong:
    ```env
    # release: 2.33
    CODER_DERP_SERVER_ENABLE=false
    ```

    Right:
    ```env
    # release: 2.33
    CODER_DERP_SERVER_ENABLE=false
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    ```
    """

    code = "DRP005"
    name = "no-relay"
    until = "2.33"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.server.enable",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A map that cannot be looked at counts as one with relays."""
        if lacks_relay(config):
            yield self.finding(
                config,
                "derp.server.enable",
                f"`{config.name('derp.server.enable')}` is off and no relay map has a relay",
                why="the server stops at start: no workspace could be reached",
                help=f"leave the built-in relay on, or name a map in `{config.name('derp.config.path')}`",
            )


RULE = NoRelay()
