"""DBS007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OpenConnectionsUnlimited(Rule):
    """The number of open database connections is not limited.

    What: The limit of open connections is 0 or less. Variables and flags are refused with such a value, the YAML
    file is not.

    Why: Each replica may open as many connections as it likes, until the database refuses more.

    Wrong:
    ```yaml
    pgConnMaxOpen: 0
    ```

    Right:
    ```yaml
    pgConnMaxOpen: 20
    ```
    """

    code = "DBS007"
    name = "open-connections-unlimited"
    severity = Severity.WARNING
    since = "2.30"
    source = "coder/coder codersdk/deployment.go; Go sql.DB.SetMaxOpenConns"
    triggers = ("pg_conn_max_open",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only the YAML file can carry it."""
        if config.get("pg_conn_max_open") <= 0:
            yield self.finding(
                config,
                "pg_conn_max_open",
                f"`{config.name('pg_conn_max_open')}` is not above 0",
                why="the number of connections is then not limited, and the same value in a variable is refused",
                help="write the number of connections that one replica may open",
            )


RULE = OpenConnectionsUnlimited()
