"""SRV016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TunnelHostIgnored(Rule):
    """The tunnel host has no effect.

    What: A host for tunnels is set beside an access URL.

    Why: The server opens a tunnel only without access URL.

    Wrong:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    WGTUNNEL_HOST=tunnel.example.com
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    ```
    """

    code = "SRV016"
    name = "tunnel-host-ignored"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("wgtunnel_host",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The access URL decides."""
        if config.get("wgtunnel_host") and is_given(config, "access_url"):
            yield self.finding(
                config,
                "wgtunnel_host",
                f"`{config.name('wgtunnel_host')}` has no effect beside `{config.name('access_url')}`",
                why="the server opens a tunnel only without access URL",
                help="remove it",
            )


RULE = TunnelHostIgnored()
