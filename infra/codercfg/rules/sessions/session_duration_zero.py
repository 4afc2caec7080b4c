"""SES001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SessionDurationZero(Rule):
    """Sessions last no time.

    What: The duration of sessions is 0.

    Why: The server stops at start. A negative duration passes.

    Wrong:
    ```env
    CODER_SESSION_DURATION=0
    ```

    Right:
    ```env
    CODER_SESSION_DURATION=24h
    ```
    """

    code = "SES001"
    name = "session-duration-zero"
    source = "coder/coder codersdk/deployment.go, DeploymentValues.Validate"
    triggers = ("session_lifetime.default_duration",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Exactly 0 is refused."""
        path = "session_lifetime.default_duration"
        if config.get(path).nanoseconds == 0:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` is 0",
                why="the server stops at start",
                help="write a duration such as 24h, or remove it for that default",
            )


RULE = SessionDurationZero()
