"""SSH003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import DENIED, items_with_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class OptionDenied(Rule):
    """An SSH option is denied.

    What: An item of the SSH options has a key that changes which hosts the settings apply to or runs commands on
    users' machines, such as `Host`, `Match`, `Include`, `ProxyCommand`, `ProxyJump` or `LocalCommand`.

    Why: The server stops at start.

    Wrong:
    ```env
    CODER_SSH_CONFIG_OPTIONS=ProxyJump=bastion.example.com
    ```

    Right:
    ```env
    CODER_SSH_CONFIG_OPTIONS=ServerAliveInterval=30
    ```
    """

    code = "SSH003"
    name = "option-denied"
    since = "2.34"
    inferred = True
    source = "coder/coder codersdk/deployment.go (#26154)"
    triggers = ("config_ssh.SSHConfigOptions",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Keys count in whatever case."""
        for number, key in items_with_key(config):
            if key is not None and key.lower() in DENIED:
                yield self.finding(
                    config,
                    "config_ssh.SSHConfigOptions",
                    f"item {number} of `{config.name('config_ssh.SSHConfigOptions')}` has a key that is denied",
                    why="the server stops at start",
                    help="let users set it in their own SSH configuration",
                )


RULE = OptionDenied()
