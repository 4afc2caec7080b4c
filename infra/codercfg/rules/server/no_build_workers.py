"""SRV005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoBuildWorkers(Rule):
    """Nothing builds workspaces.

    What: The server runs no build workers, and there is no secret by which external ones could identify themselves.

    Why: Builds wait forever, unless external workers have a key that was made in the product.

    Wrong:
    ```env
    CODER_PROVISIONER_DAEMONS=0
    ```

    Right:
    ```env
    CODER_PROVISIONER_DAEMONS=3
    ```
    """

    code = "SRV005"
    name = "no-build-workers"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("provisioner.daemons",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Numbers below 0 count as 0."""
        if config.get("provisioner.daemons") <= 0 and not is_given(config, "provisioner.daemon_psk"):
            yield self.finding(
                config,
                "provisioner.daemons",
                f"`{config.name('provisioner.daemons')}` leaves builds to external workers",
                why="builds wait until such a worker connects with a key that was made in the product",
                help="write the number of workers in each replica, such as 3",
            )


RULE = NoBuildWorkers()
