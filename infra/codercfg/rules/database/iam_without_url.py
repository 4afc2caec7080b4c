"""DBS006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IamWithoutUrl(Rule):
    """IAM authentication is chosen without a database URL.

    What: The server is to authenticate through AWS IAM, but no database URL is set.

    Why: It starts its built-in database and ignores the choice.

    Wrong:
    ```env
    CODER_PG_AUTH=awsiamrds
    ```

    Right:
    ```env
    CODER_PG_AUTH=awsiamrds
    CODER_PG_CONNECTION_URL=postgres://coder@db.example.com:5432/coder
    ```
    """

    code = "DBS006"
    name = "iam-without-url"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("pg_auth",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """IAM needs an external database."""
        if config.get("pg_auth").lower() == "awsiamrds" and not is_given(config, "pg_connection_url"):
            yield self.finding(
                config,
                "pg_auth",
                f"`{config.name('pg_auth')}` has no effect without `{config.name('pg_connection_url')}`",
                why="the server starts its built-in database",
                help=f"set `{config.name('pg_connection_url')}`",
            )


RULE = IamWithoutUrl()
