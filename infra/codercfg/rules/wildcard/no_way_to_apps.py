"""WLD002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.reading import is_given, names
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class NoWayToApps(Rule):
    """Workspace applications can be reached in no way.

    What: Applications on paths of the dashboard's host are off, and there is no wildcard access URL for
    applications on subdomains.

    Why: Users lose all web applications of their workspaces.

    Wrong:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_DISABLE_PATH_APPS=true
    ```

    Right:
    ```env
    CODER_ACCESS_URL=https://coder.example.com
    CODER_DISABLE_PATH_APPS=true
    CODER_WILDCARD_ACCESS_URL=*.apps.example.com
    ```
    """

    code = "WLD002"
    name = "no-way-to-apps"
    severity = Severity.WARNING
    source = "coder/coder coderd/workspaceapps"
    triggers = ("disable_path_apps",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Without access URL the server sets a pattern itself."""
        if config.get("disable_path_apps") and not config.get("wildcard_access_url") and is_given(config, "access_url"):
            yield self.finding(
                config,
                "disable_path_apps",
                f"`{config.name('disable_path_apps')}` is on and `{config.name('wildcard_access_url')}` is empty",
                why="web applications of workspaces can then be reached in no way",
                help=f"set `{config.name('wildcard_access_url')}` to a pattern such as *.apps.example.com",
                about=names(config, "disable_path_apps", "wildcard_access_url"),
            )


RULE = NoWayToApps()
