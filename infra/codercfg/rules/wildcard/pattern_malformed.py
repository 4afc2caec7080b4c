"""WLD001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.values import wildcard_host
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class PatternMalformed(Rule):
    """The wildcard access URL is no host pattern.

    What: The pattern for workspace applications is not one star, as its first character, and a domain: it has a
    scheme, a path, an underscore, no dot, a dot at an end, or the star elsewhere.

    Why: The server stops at start. From its YAML file it takes the value first and refuses it later.

    Wrong:
    ```yaml
    networking:
      wildcardAccessURL: https://*.apps.example.com
    ```

    Right:
    ```yaml
    networking:
      wildcardAccessURL: "*.apps.example.com"
    ```
    """

    code = "WLD001"
    name = "pattern-malformed"
    source = "coder/coder coderd/workspaceapps/appurl"
    triggers = ("wildcard_access_url",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Variables and flags are refused while they are read."""
        try:
            wildcard_host.check(config.get("wildcard_access_url"))
        except ValueParseError as error:
            yield self.finding(
                config,
                "wildcard_access_url",
                f"`{config.name('wildcard_access_url')}` is no host pattern: {error.reason}",
                why="the server stops at start",
                help=error.help,
            )


RULE = PatternMalformed()
