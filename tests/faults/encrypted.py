"""Encrypts a secret of a stack file as `pulumi config set --secret` does, without the half second that the CLI takes."""

from __future__ import annotations

import os
from base64 import b64encode

from codercfg.passphrase.cipher import data_key, salt_and_probe
from codercfg.values.secret import SecretText


class Encryption:
    """The key of one stack file."""

    def __init__(self, passphrase: str, salt: str) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.salt = salt
        self._cipher = AESGCM(data_key(SecretText(passphrase), salt_and_probe(salt)[0]))

    def ciphertext(self, text: str) -> str:
        nonce = os.urandom(12)
        return f"v1:{b64encode(nonce).decode()}:{b64encode(self._cipher.encrypt(nonce, text.encode(), None)).decode()}"
