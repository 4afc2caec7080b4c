"""LOG004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class FilterLogsEverything(Rule):
    """The log filter turns debug logging on for everything.

    What: The log filter is `.*`, the pattern that matches every logger and message.

    Why: Any filter switches the debug level on; this one keeps all its lines.

    Wrong:
    ```env
    CODER_LOG_FILTER=.*
    ```

    Right:
    ```env
    CODER_LOG_FILTER=^provisionerd
    ```
    """

    code = "LOG004"
    name = "filter-logs-everything"
    severity = Severity.INFO
    source = "coder/coder cli/clilog"
    triggers = ("logging.log_filter",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Fine for a look, dear in the long run."""
        if ".*" in config.get("logging.log_filter"):
            yield self.finding(
                config,
                "logging.log_filter",
                f"`{config.name('logging.log_filter')}` keeps every debug line",
                why="any filter switches the debug level on",
                help="name the loggers of interest, such as ^provisionerd",
            )


RULE = FilterLogsEverything()
