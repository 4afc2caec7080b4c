"""GHB009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.github.login import is_on
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SettingsWithoutLogin(Rule):
    """GitHub login has settings but is off.

    What: Organizations, teams or everyone are allowed, but there is no own GitHub application and the shared one is
    switched off.

    Why: The server offers no login through GitHub and does not check the settings.

    Wrong:
    ```env
    CODER_OAUTH2_GITHUB_DEFAULT_PROVIDER_ENABLE=false
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```

    Right:
    ```env
    CODER_OAUTH2_GITHUB_CLIENT_ID=Iv1.fake
    CODER_OAUTH2_GITHUB_CLIENT_SECRET=fake
    CODER_OAUTH2_GITHUB_ALLOWED_ORGS=acme
    ```
    """

    code = "GHB009"
    name = "settings-without-login"
    severity = Severity.WARNING
    source = "coder/coder cli/server.go"
    triggers = ("oauth2.github.allowed_orgs", "oauth2.github.allowed_teams", "oauth2.github.allow_everyone")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """One finding for all settings."""
        ignored = [path for path in self.triggers if config.is_set(path) and is_given(config, path)]
        if ignored and not is_on(config):
            yield self.finding(
                config,
                ignored[0],
                f"`{config.name(ignored[0])}` has no effect: GitHub login is off",
                why="without an own application and with the shared one switched off there is no such login",
                help=f"set `{config.name('oauth2.github.client_id')}`, or remove the settings",
                about=names(config, *ignored),
            )


RULE = SettingsWithoutLogin()
