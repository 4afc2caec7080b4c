"""SES002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.reading import names, place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RefreshNotLonger(Rule):
    """Refresh tokens do not outlive sessions.

    What: The default lifetime of OAuth refresh tokens (30 days by default) is not longer than the duration of
    sessions (24 hours by default). Equal is not enough.

    Why: The server stops at start, even when nothing logs in through it.

    Wrong:
    ```env
    CODER_SESSION_DURATION=720h
    ```

    Right:
    ```env
    CODER_SESSION_DURATION=720h
    CODER_DEFAULT_OAUTH_REFRESH_LIFETIME=1440h
    ```
    """

    code = "SES002"
    name = "refresh-not-longer"
    source = "coder/coder codersdk/deployment.go, DeploymentValues.Validate"
    triggers = ("session_lifetime.default_duration", "session_lifetime.refresh_default_duration")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A session of length 0 is another rule's."""
        session, refresh = self.triggers
        length = config.get(session).nanoseconds
        if length and config.get(refresh).nanoseconds <= length:
            yield self.finding(
                config,
                place(config, session, refresh),
                f"`{config.name(refresh)}` is not longer than `{config.name(session)}`",
                why="the server stops at start",
                help=f"set `{config.name(refresh)}` to more than `{config.name(session)}`, such as twice its value",
                about=names(config, session, refresh),
            )


RULE = RefreshNotLonger()
