"""HYG001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.rule import Rule
from codercfg.values.secret import SecretRef, SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome


class SecretShared(Rule):
    """Two options have the same secret.

    What: Two secret options hold the same value, or refer to the same entry of a Kubernetes Secret.

    Why: One of them was probably copied from the other by mistake. Where it is meant, a leak of one is a leak of
    both.

    Wrong:
    ```env
    CODER_SCIM_AUTH_HEADER=fake-shared-secret
    CODER_PROVISIONER_DAEMON_PSK=fake-shared-secret
    ```

    Right:
    ```env
    CODER_SCIM_AUTH_HEADER=fake-secret-a
    CODER_PROVISIONER_DAEMON_PSK=fake-secret-b
    ```
    """

    code = "HYG001"
    name = "secret-shared"
    severity = Severity.WARNING
    source = "codercfg"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Ciphertext of equal secrets differs, so it is not compared."""
        first: dict[SecretRef | SecretText, str] = {}
        for path, setting in config.settings.items():
            value = setting.value
            if not setting.option.secret or not isinstance(value, SecretRef | SecretText) or not value:
                continue
            other = first.setdefault(value, path)
            if other != path:
                yield self.finding(
                    config,
                    path,
                    f"`{config.name(path)}` and `{config.name(other)}` have the same secret",
                    why="one of them was probably copied from the other",
                    help="give each option its own secret",
                    about=(config.name(path), config.name(other)),
                    related=(Related("the same secret", config.origin(other)),),
                )


RULE = SecretShared()
