"""DBS003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.database.connection_url import Verdict, judge
from codercfg.rules.reading import is_hidden, not_visible, revealed
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class UrlMalformed(Rule):
    """The database URL cannot be read.

    What: The database URL has a percent sign that begins no escape, or is malformed in another way that the server
    does not mend.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder:100%@db.example.com:5432/coder
    ```

    Right:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder:100%25@db.example.com:5432/coder
    ```
    """

    code = "DBS003"
    name = "url-malformed"
    source = "coder/coder cli/server.go"
    triggers = ("pg_connection_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Only text that is at hand is looked at."""
        if is_hidden(config, "pg_connection_url"):
            yield not_visible(config, "pg_connection_url")
        elif judge(revealed(config, "pg_connection_url")) is Verdict.MALFORMED:
            yield self.finding(
                config,
                "pg_connection_url",
                f"`{config.name('pg_connection_url')}` is no URL that the server can read",
                why="the server stops at start",
                help="escape special characters of user name and password, such as %25 for a percent sign",
            )


RULE = UrlMalformed()
