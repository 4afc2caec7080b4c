"""GHB001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.github.login import ALLOW_EVERYONE, ORGS, is_on
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class EveryoneAndOrganizations(Rule):
    """GitHub login is open to everyone and to organizations.

    What: GitHub login allows everyone and lists organizations as well.

    Why: The server stops at start. Without an own application this holds for new deployments, which use Coder's
    shared one.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOW_EVERYONE=true
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```
    """

    code = "GHB001"
    name = "everyone-and-organizations"
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.allow_everyone",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Exactly one of the two."""
        if is_on(config) and config.get(ALLOW_EVERYONE) and config.get(ORGS):
            yield self.finding(
                config,
                ALLOW_EVERYONE,
                f"`{config.name(ALLOW_EVERYONE)}` and `{config.name(ORGS)}` exclude each other",
                why="the server stops at start",
                help=f"remove `{config.name(ALLOW_EVERYONE)}` to admit only these organizations",
                about=(config.name(ALLOW_EVERYONE), config.name(ORGS)),
            )


RULE = EveryoneAndOrganizations()
