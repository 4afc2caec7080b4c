"""WLD003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class PathAppExceptionMoot(Rule):
    """An exception for path applications has no effect.

    What: Sharing of path applications, or owners' access to them, is allowed while path applications are off.

    Why: The exception changes nothing.

    Wrong:
    ```env
    CODER_DISABLE_PATH_APPS=true
    CODER_WILDCARD_ACCESS_URL=*.apps.example.com
    CODER_DANGEROUS_ALLOW_PATH_APP_SHARING=true
    ```

    Right:
    ```env
    CODER_DISABLE_PATH_APPS=true
    CODER_WILDCARD_ACCESS_URL=*.apps.example.com
    ```
    """

    code = "WLD003"
    name = "path-app-exception-moot"
    severity = Severity.WARNING
    source = "coder/coder coderd/workspaceapps"
    triggers = ("dangerous.allow_path_app_sharing", "dangerous.allow_path_app_site_owner_access")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Both exceptions are alike."""
        for path in self.triggers:
            if config.get(path) and config.get("disable_path_apps"):
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` has no effect while path applications are off",
                    why="there is nothing that the exception could allow",
                    help="remove it",
                )


RULE = PathAppExceptionMoot()
