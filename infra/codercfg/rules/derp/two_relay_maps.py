"""DRP001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TwoRelayMaps(Rule):
    """Two relay maps are named.

    What: Both an address and a file for a custom relay map are set.

    Why: The server takes one of them only and stops at start.

    Wrong:
    ```env
    CODER_DERP_CONFIG_URL=https://relays.example.com/map.json
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    ```

    Right:
    ```env
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    ```
    """

    code = "DRP001"
    name = "two-relay-maps"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.config.url", "derp.config.path")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One map at most."""
        if config.get("derp.config.url") and config.get("derp.config.path"):
            yield self.finding(
                config,
                "derp.config.path",
                f"`{config.name('derp.config.url')}` and `{config.name('derp.config.path')}` exclude each other",
                why="the server stops at start",
                help="remove one of them",
                about=(config.name("derp.config.url"), config.name("derp.config.path")),
            )


RULE = TwoRelayMaps()
