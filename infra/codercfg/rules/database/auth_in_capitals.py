"""DBS005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class AuthInCapitals(Rule):
    """The database authentication is not in lower case.

    What: The way of authentication is `awsiamrds` in other than lower-case letters.

    Why: The word is accepted in any case but then compared exactly, so the server uses the password.

    Wrong:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder@db.example.com:5432/coder
    CODER_PG_AUTH=AWSIAMRDS
    ```

    Right:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder@db.example.com:5432/coder
    CODER_PG_AUTH=awsiamrds
    ```
    """

    code = "DBS005"
    name = "auth-in-capitals"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("pg_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The password is meant by every other spelling."""
        word = config.get("pg_auth")
        if word.lower() == "awsiamrds" and word != "awsiamrds":
            yield self.finding(
                config,
                "pg_auth",
                f"`{config.name('pg_auth')}` is not in lower case",
                why="the server takes it for password authentication",
                help="write awsiamrds",
            )


RULE = AuthInCapitals()
