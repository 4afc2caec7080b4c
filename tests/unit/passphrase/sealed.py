"""Makes what Pulumi's passphrase provider writes, for tests; the product only opens."""

from __future__ import annotations

import os
from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

import yaml
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from codercfg.passphrase.cipher import data_key
from codercfg.values.secret import SecretText

PASSPHRASE = "correct horse"
SALT = b"\x00fixed8\xff"  # one for all: a derivation takes a fifth of a second


@dataclass(frozen=True)
class Sealer:
    """Encrypts with one passphrase and salt."""

    passphrase: str = PASSPHRASE
    salt: bytes = field(default=SALT)

    @property
    def key(self) -> bytes:
        return data_key(SecretText(self.passphrase), self.salt)

    @property
    def encryptionsalt(self) -> str:
        return f"v1:{b64encode(self.salt).decode()}:{seal(self.key, 'pulumi')}"

    def secure(self, text: str) -> dict[str, str]:
        """A leaf of a stack file."""
        return {"secure": seal(self.key, text)}

    def stack(self, config: dict[str, Any], **top: Any) -> str:
        """A stack file with this salt; keys below `config` as given."""
        return yaml.safe_dump({"encryptionsalt": self.encryptionsalt, **top, "config": config}, sort_keys=False)


def seal(key: bytes, text: str) -> str:
    nonce = os.urandom(12)
    return f"v1:{b64encode(nonce).decode()}:{b64encode(AESGCM(key).encrypt(nonce, text.encode(), None)).decode()}"
