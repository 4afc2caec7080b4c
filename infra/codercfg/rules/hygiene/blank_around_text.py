"""HYG008."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.hygiene.by_kind import settings_of
from codercfg.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_EXEMPT = frozenset(
    (
        "cli_upgrade_message",
        "oidc.sign_in_text",
        "oidc.signups_disabled_text",
        "http_address",
        "notifications.method",
        "pg_conn_max_idle",
        "ssh_keygen_algorithm",
        "tls.client_auth",
        "tls.min_version",
        "workspace_hostname_suffix",
        "config_ssh.DeploymentName",
    ),
)


class BlankAroundText(Rule):
    """A text begins or ends with a blank.

    What: A text option that names something (a path, a claim, an id, an address) has white space around it, often a
    line end from a file.

    Why: The server removes nothing, so the name is another one.

    Wrong:
    ```env
    CODER_CACHE_DIRECTORY= /var/cache/coder
    ```

    Right:
    ```env
    CODER_CACHE_DIRECTORY=/var/cache/coder
    ```
    """

    code = "HYG008"
    name = "blank-around-text"
    severity = Severity.WARNING
    source = "serpent String"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Prose may have blanks, and some names are other rules'."""
        for path, setting in settings_of(config, "text"):
            if path not in _EXEMPT and setting.value != setting.value.strip():
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` has a blank at its beginning or end",
                    why="the server removes no blanks, so the name is another one",
                    help="remove the blank or line end",
                )


RULE = BlankAroundText()
