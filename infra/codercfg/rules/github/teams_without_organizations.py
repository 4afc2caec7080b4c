"""GHB004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.github.login import ALLOW_EVERYONE, ORGS, TEAMS, is_on
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TeamsWithoutOrganizations(Rule):
    """GitHub teams are listed without their organizations.

    What: GitHub login is limited to teams, and no organizations are listed.

    Why: The server stops at start. With Coder's shared application, which new deployments use, it assumes that
    everyone is allowed, which teams contradict.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_ALLOWED_TEAMS=acme/platform
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ALLOWED_TEAMS=acme/platform
    ```
    """

    code = "GHB004"
    name = "teams-without-organizations"
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.allowed_teams",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Teams narrow organizations down."""
        if is_on(config) and config.get(TEAMS) and not config.get(ORGS) and not config.get(ALLOW_EVERYONE):
            yield self.finding(
                config,
                TEAMS,
                f"`{config.name(TEAMS)}` needs `{config.name(ORGS)}`",
                why="the server stops at start",
                help=f"set `{config.name(ORGS)}` to the organizations of the teams",
            )


RULE = TeamsWithoutOrganizations()
