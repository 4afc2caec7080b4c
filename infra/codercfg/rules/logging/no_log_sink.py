"""LOG001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoLogSink(Rule):
    """Log lines go nowhere.

    What: The logs in readable, JSON and Google Cloud form are all empty or `/dev/null`, and tracing is off.

    Why: The server stops at start, although its message names `/dev/null` as the way to switch logs off.

    Wrong:
    ```env
    CODER_LOGGING_HUMAN=/dev/null
    ```

    Right:
    ```env
    CODER_LOGGING_HUMAN=/dev/null
    CODER_LOGGING_JSON=/dev/stderr
    ```
    """

    code = "LOG001"
    name = "no-log-sink"
    source = "coder/coder cli/clilog"
    triggers = ("logging.human",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Readable logs go to standard error by default."""
        sinks = ("logging.human", "logging.json", "logging.stackdriver")
        if config.get("trace.enable") or any(config.get(path) not in {"", "/dev/null"} for path in sinks):
            return
        yield self.finding(
            config,
            "logging.human",
            f"`{config.name('logging.human')}` leaves no place for logs",
            why="the server stops at start",
            help=f"remove it, or send logs elsewhere with `{config.name('logging.json')}`",
            about=names(config, *sinks, "trace.capture_logs"),
        )


RULE = NoLogSink()
