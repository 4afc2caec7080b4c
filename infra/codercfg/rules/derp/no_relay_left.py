"""DRP006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.derp.relay_map import lacks_relay
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoRelayLeft(Rule):
    """There is no relay, and the server starts nevertheless.

    What: The built-in relay is off and no custom relay map has a relay.

    Why: The server only logs a warning; workspaces that cannot be reached directly cannot be reached at all.

    Wrong:
    ```env
    CODER_DERP_SERVER_ENABLE=false
    ```

    Right:
    ```env
    CODER_DERP_SERVER_ENABLE=false
    CODER_DERP_CONFIG_PATH=/etc/coder/derp.json
    ```
    """

    code = "DRP006"
    name = "no-relay-left"
    severity = Severity.WARNING
    since = "2.34"
    source = "coder/coder tailnet/derpmap.go (#24544)"
    triggers = ("derp.server.enable",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A map that cannot be looked at counts as one with relays."""
        if lacks_relay(config):
            yield self.finding(
                config,
                "derp.server.enable",
                f"`{config.name('derp.server.enable')}` is off and no relay map has a relay",
                why="the server starts, but workspaces that cannot be reached directly cannot be reached at all",
                help=f"leave the built-in relay on, or name a map in `{config.name('derp.config.path')}`",
            )


RULE = NoRelayLeft()
