"""LOG003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TraceLogsIgnored(Rule):
    """Copying logs into traces does nothing.

    What: The option that copies log lines into traces is on.

    Why: No release reads it: enabling traces already copies them. As the only place for logs it does not count.

    Wrong:
    ```env
    CODER_TRACE_LOGS=true
    ```

    Right:
    ```env
    CODER_TRACE_ENABLE=true
    ```
    """

    code = "LOG003"
    name = "trace-logs-ignored"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("trace.capture_logs",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The option has no reader."""
        if config.get("trace.capture_logs"):
            yield self.finding(
                config,
                "trace.capture_logs",
                f"nothing reads `{config.name('trace.capture_logs')}`",
                why="enabling traces already copies log lines into them",
                help=f"remove it, and set `{config.name('trace.enable')}` for traces",
            )


RULE = TraceLogsIgnored()
