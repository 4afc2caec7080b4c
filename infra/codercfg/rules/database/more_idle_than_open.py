"""DBS002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.database.pool import idle_limit
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class MoreIdleThanOpen(Rule):
    """More database connections may idle than may be open.

    What: The limit of idle connections exceeds the limit of open ones, which is 10 by default.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_PG_CONN_MAX_IDLE=30
    CODER_PG_CONN_MAX_OPEN=20
    ```

    Right:
    ```env
    CODER_PG_CONN_MAX_IDLE=10
    CODER_PG_CONN_MAX_OPEN=20
    ```
    """

    code = "DBS002"
    name = "more-idle-than-open"
    since = "2.30"
    source = "coder/coder codersdk/deployment.go"
    triggers = ("pg_conn_max_idle",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A limit that is no number is another rule's."""
        limit = idle_limit(config)
        if limit is not None and limit > max(0, config.get("pg_conn_max_open")):
            yield self.finding(
                config,
                "pg_conn_max_idle",
                f"`{config.name('pg_conn_max_idle')}` exceeds `{config.name('pg_conn_max_open')}`",
                why="the server stops at start",
                help=f"write a number up to {config.get('pg_conn_max_open')}, or auto",
                about=names(config, "pg_conn_max_idle", "pg_conn_max_open"),
            )


RULE = MoreIdleThanOpen()
