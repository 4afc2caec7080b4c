"""SSH004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import items_with_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OptionWithoutKey(Rule):
    """An SSH option has no key.

    What: An item of the SSH options begins with a blank or an equals sign. Blanks behind a comma belong to the next
    item.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_SSH_CONFIG_OPTIONS=ServerAliveInterval=30, ServerAliveCountMax=3
    ```

    Right:
    ```env
    CODER_SSH_CONFIG_OPTIONS=ServerAliveInterval=30,ServerAliveCountMax=3
    ```
    """

    code = "SSH004"
    name = "option-without-key"
    since = "2.34"
    inferred = True
    source = "coder/coder codersdk/deployment.go (#26154)"
    triggers = ("config_ssh.SSHConfigOptions",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """The key ends at the first blank or equals sign."""
        for number, key in items_with_key(config):
            if key == "":
                yield self.finding(
                    config,
                    "config_ssh.SSHConfigOptions",
                    f"item {number} of `{config.name('config_ssh.SSHConfigOptions')}` has no key",
                    why="the server stops at start",
                    help="write Key=Value, and no blank behind the comma that separates two items",
                )


RULE = OptionWithoutKey()
