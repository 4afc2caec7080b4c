"""DRP011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule
from codercfg.values import url
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RelayMapAddressMalformed(Rule):
    """The relay map cannot be fetched from its address.

    What: The address of the custom relay map is no URL, or not one that begins with `https://` or `http://`.

    Why: The server fetches the map when it starts, and stops when it cannot.

    Wrong:
    ```env
    CODER_DERP_CONFIG_URL=https://relays example.com/map.json
    ```

    Right:
    ```env
    CODER_DERP_CONFIG_URL=https://relays.example.com/map.json
    ```
    """

    code = "DRP011"
    name = "relay-map-address-malformed"
    source = "coder/coder tailnet/derpmap.go"
    triggers = ("derp.config.url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A URL of another kind is a warning: nothing was fetched here."""
        address = config.get("derp.config.url")
        if not address or config.get("derp.config.path"):
            return
        try:
            parsed = url.parse(address)
        except ValueParseError as error:
            yield self.finding(
                config,
                "derp.config.url",
                f"`{config.name('derp.config.url')}` is no URL: {error.reason}",
                why="the server cannot fetch the map and stops at start",
                help=error.help,
            )
            return
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            yield self.finding(
                config,
                "derp.config.url",
                f"`{config.name('derp.config.url')}` is not an http or https URL",
                why="the server cannot fetch a map from it when it starts",
                help="write the whole URL, such as https://relays.example.com/map.json",
                severity=Severity.WARNING,
            )


RULE = RelayMapAddressMalformed()
