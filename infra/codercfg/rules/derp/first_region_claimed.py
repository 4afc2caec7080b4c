"""DRP007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.derp.relay_map import own_regions
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class FirstRegionClaimed(Rule):
    """The built-in relay claims region 1 beside a fetched relay map.

    What: A custom relay map is fetched from an address, and the built-in relay or one of its STUN addresses has
    region number 1, the number at which relay maps begin to count.

    Why: The server stops at start as soon as the fetched map has that region.

    Wrong:
    ```env
    CODER_DERP_CONFIG_URL=https://relays.example.com/map.json
    CODER_DERP_SERVER_REGION_ID=1
    ```

    Right:
    ```env
    CODER_DERP_CONFIG_URL=https://relays.example.com/map.json
    ```
    """

    code = "DRP007"
    name = "first-region-claimed"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.server.region_id",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The map itself is not fetched."""
        if config.get("derp.config.url") and not config.get("derp.config.path") and 1 in own_regions(config):
            yield self.finding(
                config,
                "derp.server.region_id",
                f"`{config.name('derp.server.region_id')}` claims region 1 beside a relay map that is fetched",
                why="relay maps count from 1, and the server stops when a region of the map is also its own",
                help="remove it to use region 999, or choose a number from 900 on",
                about=names(config, "derp.config.url", "derp.server.region_id"),
            )


RULE = FirstRegionClaimed()
