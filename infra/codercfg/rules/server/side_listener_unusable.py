"""SRV008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.listen import fault
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SideListenerUnusable(Rule):
    """Metrics or profiling cannot be listened on.

    What: Metrics or profiling are on, and the port of their address is no number from 0 to 65535.

    Why: The server logs the failure and goes on without them.

    Wrong:
    ```env
    CODER_PROMETHEUS_ENABLE=true
    CODER_PROMETHEUS_ADDRESS=0.0.0.0:21122222
    ```

    Right:
    ```env
    CODER_PROMETHEUS_ENABLE=true
    CODER_PROMETHEUS_ADDRESS=0.0.0.0:2112
    ```
    """

    code = "SRV008"
    name = "side-listener-unusable"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("prometheus.address", "pprof.address")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An address that is not used is not looked at."""
        for path, switch in zip(self.triggers, ("prometheus.enable", "pprof.enable"), strict=True):
            wrong = fault(config.get(path)) if config.get(switch) and is_given(config, path) else None
            if wrong is not None:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` cannot be listened on: {wrong}",
                    why="the server logs the failure and goes on without it",
                    help="write host:port, such as 0.0.0.0:2112",
                )


RULE = SideListenerUnusable()
