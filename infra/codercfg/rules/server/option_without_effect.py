"""SRV015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OptionWithoutEffect(Rule):
    """An option does nothing.

    What: The poll interval or jitter of build workers is set. Both are accepted so that older configurations still
    start.

    Why: No supported release reads them.

    Wrong:
    ```env
    CODER_PROVISIONER_DAEMON_POLL_INTERVAL=5s
    ```

    Right:
    ```env
    CODER_PROVISIONER_DAEMONS=5
    ```
    """

    code = "SRV015"
    name = "option-without-effect"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = ("provisioner.daemon_poll_interval", "provisioner.daemon_poll_jitter")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Both have no reader."""
        for path in self.triggers:
            if config.is_set(path):
                yield self.finding(
                    config,
                    path,
                    f"nothing reads `{config.name(path)}`",
                    why="the option is accepted only so that older configurations still start",
                    help="remove it",
                )


RULE = OptionWithoutEffect()
