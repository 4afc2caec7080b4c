"""DBS004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.database.connection_url import Verdict, judge
from codercfg.rules.reading import revealed
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class UrlNotEscaped(Rule):
    """The database password is not escaped.

    What: User name or password of the database URL hold characters that a URL must escape, such as a slash, number
    sign, blank or bracket.

    Why: The server escapes the password itself where it notices. Other programs that read the URL do not, and a
    number sign behind a digit hides everything behind it, password and host included.

    Wrong:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder:p/w@db.example.com:5432/coder
    ```

    Right:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder:p%2Fw@db.example.com:5432/coder
    ```
    """

    code = "DBS004"
    name = "url-not-escaped"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("pg_connection_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """What the server mends should not need mending."""
        if judge(revealed(config, "pg_connection_url")) is Verdict.NOT_ESCAPED:
            yield self.finding(
                config,
                "pg_connection_url",
                f"user name or password in `{config.name('pg_connection_url')}` are not escaped",
                why="the server mends some of it, other programs do not, and the rest is read as something else",
                help="build the URL with escaped parts: %2F for a slash, %23 for a number sign, %3F for a question mark",
            )


RULE = UrlNotEscaped()
