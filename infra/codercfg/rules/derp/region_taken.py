"""DRP004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.derp.relay_map import own_regions, read_regions
from codercfg.rules.files import FileFaultError, may_read
from codercfg.rules.reading import names, place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RegionTaken(Rule):
    """The relay map already has the built-in relay's region.

    What: The custom relay map has a region with the number of the built-in relay, or with one of the numbers behind
    it, which go to the STUN addresses one by one.

    Why: The server stops at start.

    Wrong:
    ```env
    # file: /etc/coder/derp.json = DERP map with region 10
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    CODER_DERP_SERVER_REGION_ID=10
    ```

    Right:
    ```env
    # file: /etc/coder/derp.json = DERP map with region 10
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    CODER_DERP_SERVER_REGION_ID=900
    ```
    """

    code = "DRP004"
    name = "region-taken"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.config.path",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A map that cannot be read is another rule's."""
        if not config.get("derp.config.path") or config.get("derp.config.url") or not may_read(config):
            return
        try:
            regions = read_regions(config)
        except FileFaultError:
            return
        taken = sorted(regions.keys() & own_regions(config))
        if taken:
            yield self.finding(
                config,
                place(config, "derp.server.region_id", "derp.config.path"),
                f"region {taken[0]} of the relay map is also a region of the built-in relay",
                why="the server stops at start: the built-in relay and its STUN addresses take consecutive numbers",
                help=f"choose a `{config.name('derp.server.region_id')}` whose number, and those of the STUN addresses behind it, are free",
                about=names(config, "derp.config.path", "derp.server.region_id"),
            )


RULE = RegionTaken()
