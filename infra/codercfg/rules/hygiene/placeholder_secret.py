"""HYG012."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule
from codercfg.rules.secrets import ENCRYPTION_KEYS, held_secrets
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_PLACEHOLDERS = frozenset(
    ("changeme", "change-me", "change_me", "password", "secret", "example", "placeholder", "todo", "xxx", "replace-me", "replaceme"),
)


class PlaceholderSecret(Rule):
    """A secret is a placeholder.

    What: A secret is a word that stands in examples for a secret: `changeme`, `password`, `secret` and the like.

    Why: Whoever knows the example knows the secret.

    Wrong:
    ```env
    CODER_SCIM_AUTH_HEADER=changeme
    ```

    Right:
    ```env
    CODER_SCIM_AUTH_HEADER=fake-but-long-and-random
    ```
    """

    code = "HYG012"
    name = "placeholder-secret"
    severity = Severity.WARNING
    source = "codercfg"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Encryption keys are checked by their own rule."""
        for held in held_secrets(config):
            if not isinstance(held.value, SecretText) or held.path == ENCRYPTION_KEYS:
                continue
            if held.value.reveal().strip().lower() in _PLACEHOLDERS:
                yield self.finding(
                    config,
                    held.origin(config),
                    f"`{held.name(config)}` is a placeholder",
                    path=held.path,
                    about=(held.name(config),),
                    why="whoever knows the example knows the secret",
                    help="make a secret with `openssl rand -base64 32`",
                )


RULE = PlaceholderSecret()
