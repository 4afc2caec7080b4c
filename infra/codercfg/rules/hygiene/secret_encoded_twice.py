"""HYG002."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.rules.rule import Rule
from codercfg.rules.secrets import ENCRYPTION_KEYS, held_secrets
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.rule import Outcome

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\n?")


class SecretEncodedTwice(Rule):
    """A secret looks encoded.

    What: A secret is base64 of readable text.

    Why: Kubernetes encodes the values of a Secret itself; what was encoded before arrives encoded, and no login
    works with it.

    Wrong:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_SECRET=ZmFrZS1jbGllbnQtc2VjcmV0LXZhbHVl
    ```

    Right:
    ```env
    CODER_OIDC_CLIENT_ID=coder
    CODER_OIDC_ISSUER_URL=https://idp.example.com/realms/main
    CODER_OIDC_CLIENT_SECRET=fake-client-secret-value
    ```
    """

    code = "HYG002"
    name = "secret-encoded-twice"
    severity = Severity.WARNING
    source = "codercfg"
    triggers = ("@always",)

    def check(self, config: Configuration) -> Iterator[Outcome]:
        """Encryption keys are base64 by design."""
        for held in held_secrets(config):
            if isinstance(held.value, SecretText) and held.path != ENCRYPTION_KEYS and _reads_as_text(held.value.reveal()):
                yield self.finding(
                    config,
                    held.origin(config),
                    f"`{held.name(config)}` looks like base64 of readable text",
                    path=held.path,
                    about=(held.name(config),),
                    why="Kubernetes encodes Secrets itself; what was encoded before arrives encoded",
                    help="write the secret as it is, unless it really is base64",
                )


def _reads_as_text(text: str) -> bool:
    if not _BASE64.fullmatch(text):
        return False
    decoded = b64decode(text)
    return decoded.isascii() and decoded.decode("ascii").rstrip("\n").isprintable()


RULE = SecretEncodedTwice()
