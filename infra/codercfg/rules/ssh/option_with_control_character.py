"""SSH005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import has_control_character, items_with_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OptionWithControlCharacter(Rule):
    r"""An SSH option holds a control character.

    What: An item of the SSH options holds a line end, a tab or another control character.

    Why: The server stops at start, because a line end would smuggle further settings into users' files.

    Wrong:
    ```yaml
    client:
      sshConfigOptions: ["SetEnv=A=1\nHost *"]
    ```

    Right:
    ```yaml
    client:
      sshConfigOptions: ["SetEnv=A=1"]
    ```
    """

    code = "SSH005"
    name = "option-with-control-character"
    since = "2.34"
    inferred = True
    source = "coder/coder codersdk/deployment.go (#26154)"
    triggers = ("config_ssh.SSHConfigOptions",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Items without a value are another rule's."""
        items = config.get("config_ssh.SSHConfigOptions")
        for number, key in items_with_key(config):
            if key is not None and has_control_character(items[number - 1]):
                yield self.finding(
                    config,
                    "config_ssh.SSHConfigOptions",
                    f"item {number} of `{config.name('config_ssh.SSHConfigOptions')}` holds a control character",
                    why="the server stops at start",
                    help="write each option as an item of its own",
                )


RULE = OptionWithControlCharacter()
