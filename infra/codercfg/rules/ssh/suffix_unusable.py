"""SSH007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import is_unusable_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SuffixUnusable(Rule):
    """The host name suffix holds a blank or a wildcard.

    What: The suffix of workspace host names holds white space, `*`, `?` or `!`, which have a meaning in SSH
    configurations.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_WORKSPACE_HOSTNAME_SUFFIX=*.coder
    ```

    Right:
    ```env
    CODER_WORKSPACE_HOSTNAME_SUFFIX=coder
    ```
    """

    code = "SSH007"
    name = "suffix-unusable"
    since = "2.34"
    inferred = True
    source = "coder/coder codersdk/deployment.go (#26154)"
    triggers = ("workspace_hostname_suffix",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A leading dot is another rule's."""
        suffix = config.get("workspace_hostname_suffix")
        if is_unusable_suffix(suffix) and not suffix.startswith("."):
            yield self.finding(
                config,
                "workspace_hostname_suffix",
                f"`{config.name('workspace_hostname_suffix')}` holds a blank or a wildcard",
                why="the server stops at start",
                help="write the end of a host name, such as coder",
            )


RULE = SuffixUnusable()
