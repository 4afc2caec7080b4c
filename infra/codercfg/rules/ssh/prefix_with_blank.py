"""SSH008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import has_blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class PrefixWithBlank(Rule):
    """The host name prefix holds a blank.

    What: The older prefix of workspace host names holds white space.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_SSH_HOSTNAME_PREFIX=my coder.
    ```

    Right:
    ```env
    CODER_SSH_HOSTNAME_PREFIX=coder.
    ```
    """

    code = "SSH008"
    name = "prefix-with-blank"
    since = "2.34"
    inferred = True
    source = "coder/coder codersdk/deployment.go (#26154)"
    triggers = ("config_ssh.DeploymentName",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Wildcards pass, as in the server."""
        if has_blank(config.get("config_ssh.DeploymentName")):
            yield self.finding(
                config,
                "config_ssh.DeploymentName",
                f"`{config.name('config_ssh.DeploymentName')}` holds a blank",
                why="the server stops at start",
                help="write the beginning of a host name, such as coder.",
            )


RULE = PrefixWithBlank()
