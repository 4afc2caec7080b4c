"""SSH009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule
from codercfg.rules.ssh.options import DENIED, has_blank, has_control_character, is_unusable_suffix, items_with_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class RefusedByNextRelease(Rule):
    """An SSH setting is refused by the next release.

    What: An SSH option, the host name suffix or the host name prefix has a form that releases from 2.34 on refuse:
    a denied key, an empty key, a control character, a blank or a wildcard.

    Why: This release starts and writes it into users' SSH configurations; the next one stops at start.

    Wrong:
    ```env
    # release: 2.33
    CODER_SSH_CONFIG_OPTIONS=ProxyJump=bastion.example.com
    ```

    Right:
    ```env
    # release: 2.33
    CODER_SSH_CONFIG_OPTIONS=ServerAliveInterval=30
    ```
    """

    code = "SSH009"
    name = "refused-by-next-release"
    severity = Severity.WARNING
    until = "2.33"
    inferred = True
    source = "coder/coder codersdk/deployment.go (#26154)"
    triggers = ("config_ssh.SSHConfigOptions", "workspace_hostname_suffix", "config_ssh.DeploymentName")

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Items that this release refuses, too, are another rule's."""
        options, suffix, prefix = self.triggers
        items = config.get(options)
        refused = []
        if any(
            key is not None and (not key or key.lower() in DENIED or has_control_character(items[n - 1]))
            for n, key in items_with_key(config)
        ):
            refused.append(options)
        if is_unusable_suffix(config.get(suffix)) and not config.get(suffix).startswith("."):
            refused.append(suffix)
        if has_blank(config.get(prefix)):
            refused.append(prefix)
        for path in refused:
            yield self.finding(
                config,
                path,
                f"`{config.name(path)}` is refused from 2.34 on",
                why="this release starts, the next one does not",
                help="write options as Key=Value without denied keys, and host name parts without blanks and wildcards",
            )


RULE = RefusedByNextRelease()
