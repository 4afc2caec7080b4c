"""DRP008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.derp.relay_map import own_regions
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_PUBLIC = range(2, 900)


class RegionOfPublicMaps(Rule):
    """The built-in relay claims a region that public relay maps use.

    What: A custom relay map is fetched from an address, and the built-in relay or one of its STUN addresses has a
    region number from 2 to 899.

    Why: The server stops at start if the map has such a region, today or after it grows. Numbers from 900 to 999
    are free for own regions by convention.

    Wrong:
    ```env
    CODER_DERP_CONFIG_URL=https://relays.example.com/map.json
    CODER_DERP_SERVER_REGION_ID=20
    ```

    Right:
    ```env
    CODER_DERP_CONFIG_URL=https://relays.example.com/map.json
    CODER_DERP_SERVER_REGION_ID=990
    ```
    """

    code = "DRP008"
    name = "region-of-public-maps"
    severity = Severity.WARNING
    source = "Tailscale DERP map, custom regions"
    triggers = ("derp.server.region_id",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Region 1 is another rule's."""
        own = own_regions(config)
        if config.get("derp.config.url") and 1 not in own and any(region in _PUBLIC for region in own):
            yield self.finding(
                config,
                "derp.server.region_id",
                f"`{config.name('derp.server.region_id')}` lies among the region numbers of public relay maps",
                why="the server stops at start when the fetched map has one of its own regions",
                help="remove it to use region 999, or choose a number from 900 on",
                about=names(config, "derp.config.url", "derp.server.region_id"),
            )


RULE = RegionOfPublicMaps()
