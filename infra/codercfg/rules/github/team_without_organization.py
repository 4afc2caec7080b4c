"""GHB005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.github.login import ALLOW_EVERYONE, ORGS, TEAMS, is_on
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class TeamWithoutOrganization(Rule):
    """A GitHub team does not name its organization.

    What: An item of the allowed teams has no slash; teams are written `organization/team`.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ALLOWED_TEAMS=platform
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ALLOWED_TEAMS=acme/platform
    ```
    """

    code = "GHB005"
    name = "team-without-organization"
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.allowed_teams",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Teams without organizations are another rule's."""
        if not is_on(config) or not config.get(ORGS) or config.get(ALLOW_EVERYONE):
            return
        for number, item in enumerate(config.get(TEAMS), 1):
            if "/" not in item:
                yield self.finding(
                    config,
                    TEAMS,
                    f"item {number} of `{config.name(TEAMS)}` names no organization",
                    why="the server stops at start",
                    help="write organization/team, such as acme/platform",
                )


RULE = TeamWithoutOrganization()
