"""SES004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import names, place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TokenDefaultAboveLimit(Rule):
    """The default lifetime of tokens exceeds the limit.

    What: API tokens that are made without a lifetime get one that users may not ask for.

    Why: The limits apply to requested lifetimes only, so they are evaded by asking for none.

    Wrong:
    ```env
    CODER_MAX_TOKEN_LIFETIME=24h
    ```

    Right:
    ```env
    CODER_MAX_TOKEN_LIFETIME=24h
    CODER_DEFAULT_TOKEN_LIFETIME=12h
    ```
    """

    code = "SES004"
    name = "token-default-above-limit"
    severity = Severity.WARNING
    source = "coder/coder coderd/apikey.go"
    triggers = ("session_lifetime.max_token_lifetime", "session_lifetime.default_token_lifetime")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The limit of ordinary users is the one that counts."""
        limit, default = self.triggers
        if 0 < config.get(limit).nanoseconds < config.get(default).nanoseconds:
            yield self.finding(
                config,
                place(config, limit, default),
                f"`{config.name(default)}` exceeds `{config.name(limit)}`",
                why="tokens made without a lifetime outlive the longest one that users may ask for",
                help=f"set `{config.name(default)}` to at most `{config.name(limit)}`",
                about=names(config, limit, default),
            )


RULE = TokenDefaultAboveLimit()
