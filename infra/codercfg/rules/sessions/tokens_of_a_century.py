"""SES005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_TEN_YEARS = 10 * 365 * 24 * 3_600_000_000_000  # nanoseconds


class TokensOfACentury(Rule):
    """Tokens live for decades.

    What: A lifetime of API tokens is set to ten years or more.

    Why: A token that leaks works for as long; nobody rotates it.

    Wrong:
    ```env
    CODER_MAX_TOKEN_LIFETIME=876600h0m0s
    ```

    Right:
    ```env
    CODER_MAX_TOKEN_LIFETIME=2160h
    ```
    """

    code = "SES005"
    name = "tokens-of-a-century"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go"
    triggers = (
        "session_lifetime.max_token_lifetime",
        "session_lifetime.max_admin_token_lifetime",
        "session_lifetime.default_token_lifetime",
    )

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The default of a century is the server's own choice."""
        for path in self.triggers:
            if config.is_set(path) and config.get(path).nanoseconds >= _TEN_YEARS:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is ten years or more",
                    why="a token that leaks works for as long",
                    help="write the time after which tokens shall be renewed, such as 2160h",
                )


RULE = TokensOfACentury()
