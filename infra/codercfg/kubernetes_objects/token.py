"""Secret values on their way through a template."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.values.secret import Ciphertext, SecretText

# Letters and digits alone: a token passes for base64, so that a Secret full of them fits the schema.
MARK = "codercfgSecret"


@dataclass(slots=True)
class Tokens:
    """Stands an opaque text in for each secret value, so that no template ever holds one.

    Attributes:
        values: Value of each token.
    """

    values: dict[str, SecretText | Ciphertext] = field(default_factory=dict, repr=False)
    _nonce: str = ""

    def token(self, value: SecretText | Ciphertext) -> str:
        """A new token for `value`; nobody can guess one and put it into a label or a value."""
        if not self._nonce:
            self._nonce = os.urandom(16).hex()  # `secrets` would load OpenSSL
        text = f"{MARK}{self._nonce}x{len(self.values)}"
        self.values[text] = value
        return text

    def within(self, text: str) -> bool:
        """Whether `text` holds a token or a part of one."""
        return bool(self._nonce) and self._nonce in text
