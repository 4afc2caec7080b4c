"""DBS008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class EphemeralBesideUrl(Rule):
    """The deployment is ephemeral but its database is not.

    What: Local state is to be erased at shutdown, and an external database is set.

    Why: Only the built-in database is erased; the external one keeps all data.

    Wrong:
    ```env
    CODER_EPHEMERAL=true
    CODER_PG_CONNECTION_URL=postgres://coder@db.example.com:5432/coder
    ```

    Right:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder@db.example.com:5432/coder
    ```
    """

    code = "DBS008"
    name = "ephemeral-beside-url"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("ephemeral_deployment",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The two do not go together."""
        if config.get("ephemeral_deployment") and is_given(config, "pg_connection_url"):
            yield self.finding(
                config,
                "ephemeral_deployment",
                f"`{config.name('ephemeral_deployment')}` does not erase the database of `{config.name('pg_connection_url')}`",
                why="only the built-in database is erased at shutdown",
                help=f"remove `{config.name('ephemeral_deployment')}`",
                about=(config.name("ephemeral_deployment"), config.name("pg_connection_url")),
            )


RULE = EphemeralBesideUrl()
