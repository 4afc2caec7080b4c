"""GHB003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.github.login import ALLOW_EVERYONE, ORGS, TEAMS, is_own
from codercfg.rules.reading import names, place
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NobodyAllowed(Rule):
    """GitHub login admits nobody.

    What: An own GitHub application is configured (client id, client secret or enterprise address), but neither
    organizations nor everyone may log in.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```
    """

    code = "GHB003"
    name = "nobody-allowed"
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.client_id", "oauth2.github.client_secret", "oauth2.github.enterprise_base_url")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Teams without organizations are another rule's."""
        if is_own(config) and not config.get(ALLOW_EVERYONE) and not config.get(ORGS) and not config.get(TEAMS):
            yield self.finding(
                config,
                place(config, *self.triggers),
                f"GitHub login is configured but admits nobody: `{config.name(ORGS)}` is missing",
                why="the server stops at start",
                help=f"set `{config.name(ORGS)}`, or `{config.name(ALLOW_EVERYONE)}` to admit every GitHub account",
                about=names(config, *self.triggers, ORGS, ALLOW_EVERYONE),
            )


RULE = NobodyAllowed()
