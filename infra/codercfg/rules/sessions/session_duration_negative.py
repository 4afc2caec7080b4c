"""SES003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SessionDurationNegative(Rule):
    """Sessions end before they begin.

    What: The duration of sessions is negative.

    Why: The server starts, and every login has expired at once.

    Wrong:
    ```env
    CODER_SESSION_DURATION=-1h
    ```

    Right:
    ```env
    CODER_SESSION_DURATION=1h
    ```
    """

    code = "SES003"
    name = "session-duration-negative"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go, DeploymentValues.Validate"
    triggers = ("session_lifetime.default_duration",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server refuses 0 only."""
        path = "session_lifetime.default_duration"
        if config.get(path).nanoseconds < 0:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` is negative",
                why="every login has expired at once",
                help="write a positive duration, such as 24h",
            )


RULE = SessionDurationNegative()
