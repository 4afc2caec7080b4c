"""SSH006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SuffixWithLeadingDot(Rule):
    """The host name suffix begins with a dot.

    What: The suffix of workspace host names begins with a dot.

    Why: The server stops at start: it puts the dot in front itself.

    Wrong:
    ```env
    CODER_WORKSPACE_HOSTNAME_SUFFIX=.coder
    ```

    Right:
    ```env
    CODER_WORKSPACE_HOSTNAME_SUFFIX=coder
    ```
    """

    code = "SSH006"
    name = "suffix-with-leading-dot"
    source = "coder/coder cli/server.go"
    triggers = ("workspace_hostname_suffix",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A dot elsewhere is fine."""
        if config.get("workspace_hostname_suffix").startswith("."):
            yield self.finding(
                config,
                "workspace_hostname_suffix",
                f"`{config.name('workspace_hostname_suffix')}` begins with a dot",
                why="the server stops at start",
                help="remove the dot",
            )


RULE = SuffixWithLeadingDot()
