"""SES006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TokenLimitNotPositive(Rule):
    """No token can be made.

    What: A limit for the lifetime of API tokens is 0 or negative.

    Why: The server starts, and refuses every request for a token with a lifetime.

    Wrong:
    ```env
    CODER_MAX_ADMIN_TOKEN_LIFETIME=-1h
    ```

    Right:
    ```env
    CODER_MAX_ADMIN_TOKEN_LIFETIME=168h
    ```
    """

    code = "SES006"
    name = "token-limit-not-positive"
    severity = Severity.WARNING
    source = "coder/coder coderd/apikey.go"
    triggers = ("session_lifetime.max_token_lifetime", "session_lifetime.max_admin_token_lifetime")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The server does not check limits at start."""
        for path in self.triggers:
            if config.is_set(path) and config.get(path).nanoseconds <= 0:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is not positive",
                    why="every request for a token with a lifetime is refused",
                    help="write a positive duration, such as 168h",
                )


RULE = TokenLimitNotPositive()
