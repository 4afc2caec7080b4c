"""DBS001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.database.pool import idle_limit
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class IdleConnectionsMalformed(Rule):
    """The number of idle database connections is no number.

    What: The limit of idle connections is neither a whole number from 0 on nor exactly `auto`. The option is free
    text, so reading it finds nothing.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_PG_CONN_MAX_IDLE=AUTO
    ```

    Right:
    ```env
    CODER_PG_CONN_MAX_IDLE=auto
    ```
    """

    code = "DBS001"
    name = "idle-connections-malformed"
    since = "2.30"
    source = "coder/coder codersdk/deployment.go"
    triggers = ("pg_conn_max_idle",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Blanks around it do not matter."""
        limit = idle_limit(config)
        if limit is None or limit < 0:
            yield self.finding(
                config,
                "pg_conn_max_idle",
                f"`{config.name('pg_conn_max_idle')}` is neither auto nor a number from 0 on",
                why="the server stops at start",
                help="write auto in lower case, or a whole number",
            )


RULE = IdleConnectionsMalformed()
