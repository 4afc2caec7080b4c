"""HYG001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Related, Severity
from codercfg.rules.rule import Rule
from codercfg.rules.secrets import held_secrets
from codercfg.values.reference import Reference
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome
    from codercfg.rules.secrets import HeldSecret

_AI = "ai.bridge."


class SecretShared(Rule):
    """Two options have the same secret.

    What: Two secret options hold the same value, or refer to the same entry of a Kubernetes Secret, SealedSecret or
    external store. Providers of AI services may share a key; a key and the secret that belongs to it may not.

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
        first: dict[tuple[str, ...] | SecretText, HeldSecret] = {}
        for held in held_secrets(config):
            value = held.value.entry if isinstance(held.value, Reference) else held.value
            if not value or not isinstance(value, tuple | SecretText):
                continue
            other = first.setdefault(value, held)
            if other is not held and not _may_share(held.path, other.path):
                names = (held.name(config), other.name(config))
                yield self.finding(
                    config,
                    held.origin(config),
                    f"`{names[0]}` and `{names[1]}` have the same secret",
                    path=held.path,
                    why="one of them was probably copied from the other",
                    help="give each option its own secret",
                    about=names,
                    related=(Related("the same secret", other.origin(config)),),
                )


def _may_share(path: str, other: str) -> bool:
    """Two providers of one vendor may well have one key; a key and its secret may not."""
    return path.startswith(_AI) and other.startswith(_AI) and path.rpartition(".")[2] == other.rpartition(".")[2]


RULE = SecretShared()
