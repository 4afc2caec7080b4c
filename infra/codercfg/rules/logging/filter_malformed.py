"""LOG002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.values import regexp
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class FilterMalformed(Rule):
    """The log filter is no pattern.

    What: The items of the log filter, each in parentheses and joined by `|`, are no RE2 pattern.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_LOG_FILTER=*
    ```

    Right:
    ```env
    CODER_LOG_FILTER=.*
    ```
    """

    code = "LOG002"
    name = "filter-malformed"
    source = "coder/coder cli/clilog"
    triggers = ("logging.log_filter",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Items that only fit together pass, as in the server."""
        items = config.get("logging.log_filter")
        try:
            regexp.parse_kept(f"({')|('.join(items)})")
        except ValueParseError as error:
            yield self.finding(
                config,
                "logging.log_filter",
                f"`{config.name('logging.log_filter')}` is no RE2 pattern: {error.reason}",
                why="the server stops at start",
                help=error.help,
            )


RULE = FilterMalformed()
