"""GHB010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.github.login import ALLOW_EVERYONE, ORGS, is_on
from codercfg.rules.reading import names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OpenToTheWorld(Rule):
    """Every GitHub account can sign up.

    What: GitHub login admits everyone, and signups are open.

    Why: Anyone on the internet can get an account.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOW_EVERYONE=true
    CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS=true
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS=true
    ```
    """

    code = "GHB010"
    name = "open-to-the-world"
    severity = Severity.WARNING
    source = "coder/coder coderd/userauth.go"
    triggers = ("oauth2.github.allow_signups",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """An own GitHub has its own accounts."""
        signups = "oauth2.github.allow_signups"
        open_to_all = config.get(ALLOW_EVERYONE) or (not config.get("oauth2.github.client_id") and not config.get(ORGS))
        if is_on(config) and config.get(signups) and open_to_all and not config.get("oauth2.github.enterprise_base_url"):
            yield self.finding(
                config,
                signups,
                f"`{config.name(signups)}` lets every GitHub account sign up",
                why="anyone on the internet can get an account",
                help=f"list organizations in `{config.name(ORGS)}`, or close signups",
                about=names(config, signups, ALLOW_EVERYONE),
            )


RULE = OpenToTheWorld()
