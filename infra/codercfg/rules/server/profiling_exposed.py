"""SRV009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class ProfilingExposed(Rule):
    """Profiling is reachable from outside.

    What: The profiling endpoints are on and listen on another address than loopback.

    Why: They ask for no login, and memory dumps hold secrets.

    Wrong:
    ```env
    CODER_PPROF_ENABLE=true
    CODER_PPROF_ADDRESS=0.0.0.0:6060
    ```

    Right:
    ```env
    CODER_PPROF_ENABLE=true
    CODER_PPROF_ADDRESS=127.0.0.1:6060
    ```
    """

    code = "SRV009"
    name = "profiling-exposed"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("pprof.enable",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Forward a port to reach loopback in a pod."""
        host = config.get("pprof.address").host
        if config.get("pprof.enable") and host not in {"localhost", "::1"} and not host.startswith("127."):
            yield self.finding(
                config,
                place(config, "pprof.address", "pprof.enable"),
                f"`{config.name('pprof.address')}` is not a loopback address",
                why="profiling asks for no login, and memory dumps hold secrets",
                help="write 127.0.0.1:6060 and forward a port to the pod",
            )


RULE = ProfilingExposed()
