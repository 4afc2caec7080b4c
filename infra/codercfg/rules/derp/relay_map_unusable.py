"""DRP003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.derp.relay_map import read_regions
from codercfg.rules.files import FileFaultError, may_read, not_read
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RelayMapUnusable(Rule):
    """The relay map cannot be read.

    What: The file with the custom relay map is missing, unreadable, or no JSON object of the expected shape.

    Why: The server stops at start.

    Wrong:
    ```env
    # file: /etc/coder/derp.json = broken JSON
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    ```

    Right:
    ```env
    # file: /etc/coder/derp.json = DERP map with region 10
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    ```
    """

    code = "DRP003"
    name = "relay-map-unusable"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.config.path",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The file is looked at only when the caller allows it."""
        file = config.get("derp.config.path")
        if not file or config.get("derp.config.url"):
            return
        if not may_read(config):
            yield not_read(config.name("derp.config.path"))
            return
        try:
            read_regions(config)
        except FileFaultError as error:
            yield self.finding(
                config,
                "derp.config.path",
                f"the file that `{config.name('derp.config.path')}` names {error}",
                why="the server stops at start",
                help="name a JSON file with a relay map: an object with Regions, each with RegionID and Nodes",
            )


RULE = RelayMapUnusable()
