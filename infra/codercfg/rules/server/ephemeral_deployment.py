"""SRV017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class EphemeralDeployment(Rule):
    """The deployment forgets everything at shutdown.

    What: The deployment is ephemeral and has no external database.

    Why: The built-in database is erased at every stop: users, workspaces and templates are gone.

    Wrong:
    ```env
    CODER_EPHEMERAL=true
    ```

    Right:
    ```env
    CODER_PG_CONNECTION_URL=postgres://coder@db.example.com:5432/coder
    ```
    """

    code = "SRV017"
    name = "ephemeral-deployment"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("ephemeral_deployment",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An external database is another rule's."""
        if config.get("ephemeral_deployment") and not is_given(config, "pg_connection_url"):
            yield self.finding(
                config,
                "ephemeral_deployment",
                f"`{config.name('ephemeral_deployment')}` erases all data at every stop",
                why="the built-in database is erased: users, workspaces and templates are gone",
                help="remove it, except for tests",
            )


RULE = EphemeralDeployment()
