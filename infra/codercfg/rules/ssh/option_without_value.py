"""SSH002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import items_with_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OptionWithoutValue(Rule):
    """An SSH option has no value.

    What: An item of the SSH options has neither an equals sign nor a blank between key and value; a tab does not
    count.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_SSH_CONFIG_OPTIONS=ServerAliveInterval
    ```

    Right:
    ```env
    CODER_SSH_CONFIG_OPTIONS=ServerAliveInterval=30
    ```
    """

    code = "SSH002"
    name = "option-without-value"
    source = "coder/coder codersdk/deployment.go"
    triggers = ("config_ssh.SSHConfigOptions",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """A comma inside a value needs CSV quotes."""
        for number, key in items_with_key(config):
            if key is None:
                yield self.finding(
                    config,
                    "config_ssh.SSHConfigOptions",
                    f"item {number} of `{config.name('config_ssh.SSHConfigOptions')}` has no value",
                    why="the server stops at start",
                    help='write Key=Value; an item with a comma goes into quotes: "SendEnv=A,B"',
                )


RULE = OptionWithoutValue()
