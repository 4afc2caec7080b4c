"""HYG004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class DeprecatedName(Rule):
    """An option has a newer name.

    What: An option is set under a name for which the server itself names a replacement.

    Why: The old name still works in this release; later ones ignore the variable, and stop at the flag or YAML key.

    Wrong:
    ```env
    CODER_ADDRESS=0.0.0.0:8080
    ```

    Right:
    ```env
    CODER_HTTP_ADDRESS=0.0.0.0:8080
    ```
    """

    code = "HYG004"
    name = "deprecated-name"
    severity = Severity.WARNING
    source = "coder/coder codersdk/deployment.go, UseInstead"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Stack files are told while they are read; where an option is gone, a new name for it is no help."""
        if config.kind == "stack":
            return
        gone = _gone(config)
        for path, setting in config.settings.items():
            instead = setting.option.record.use_instead
            if instead and path not in gone:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` is deprecated",
                    why="the server still reads it in this release",
                    help=f"use {' or '.join(f'`{name}`' for name in instead)}",
                )


def _gone(config: Configuration) -> tuple[str, ...]:
    """The options that the release has no more under any name; loaded only where there are some, for most checks know none."""
    if config.release.at_most("2.37"):
        return ()
    from codercfg.rules.ai_providers.legacy import ALL

    return ALL


RULE = DeprecatedName()
