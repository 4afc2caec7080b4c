"""The cryptography of Pulumi's passphrase provider.

Source: pulumi/pulumi `pkg/secrets/passphrase/manager.go`, `sdk/go/common/resource/config/crypt.go`.
"""

from __future__ import annotations

from base64 import b64decode
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.passphrase.error import OpenSecretsError

if TYPE_CHECKING:
    from codercfg.values.secret import SecretText

_ROUNDS, _KEY_BYTES, _SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 1_000_000, 32, 8, 12, 16
_VERSION = "v1"
_PROBE = "pulumi"  # what a salt carries, encrypted, so that a wrong passphrase shows


class CiphertextError(Exception):
    """A ciphertext is damaged or was made with another key; the message says which, and holds nothing of it."""


class SaltError(Exception):
    """An `encryptionsalt` is damaged."""


def salt_and_probe(text: str) -> tuple[bytes, str]:
    """The parts of an `encryptionsalt`: the salt, and a ciphertext of a known word.

    Raises:
        SaltError: It has another form.
    """
    version, _colon, rest = text.partition(":")
    salt, _colon, probe = rest.partition(":")
    try:
        decoded = b64decode(salt, validate=True)
        _parts(probe)
    except (ValueError, CiphertextError):
        raise SaltError from None
    if version != _VERSION or len(decoded) != _SALT_BYTES:
        raise SaltError
    return decoded, probe


@lru_cache(maxsize=64)  # a derivation takes a fifth of a second on purpose; all secrets of a file share one
def data_key(passphrase: SecretText, salt: bytes) -> bytes:
    """The key of a stack file."""
    from hashlib import pbkdf2_hmac

    return pbkdf2_hmac("sha256", passphrase.reveal().encode("utf-8", "surrogateescape"), salt, _ROUNDS, _KEY_BYTES)


def fits(key: bytes, probe: str) -> bool:
    """Whether the key is that of the salt which carries `probe`."""
    try:
        return decrypted(key, probe) == _PROBE
    except CiphertextError:
        return False


def decrypted(key: bytes, ciphertext: str) -> str:
    """The text behind `v1:<nonce>:<ciphertext and tag>`.

    Raises:
        CiphertextError: It has another form, or was not made with this key.
        OpenSecretsError: The package `cryptography` is not installed.
    """
    nonce, sealed = _parts(ciphertext)
    aead, invalid = _aesgcm()
    try:
        plain: bytes = aead(key).decrypt(nonce, sealed, None)
    except invalid:
        raise CiphertextError("it was changed, cut off, or copied from another stack") from None
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        raise CiphertextError("what it holds is no UTF-8 text") from None


def _parts(ciphertext: str) -> tuple[bytes, bytes]:
    version, _colon, rest = ciphertext.partition(":")
    first, _colon, second = rest.partition(":")
    try:
        nonce, sealed = b64decode(first, validate=True), b64decode(second, validate=True)
    except ValueError:
        raise CiphertextError("it is not of the form v1:<nonce>:<ciphertext>") from None
    if version != _VERSION or len(nonce) != _NONCE_BYTES or len(sealed) < _TAG_BYTES:
        raise CiphertextError("it is not of the form v1:<nonce>:<ciphertext>")
    return nonce, sealed


def _aesgcm() -> tuple[Any, type[Exception]]:
    try:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError:
        raise OpenSecretsError("opening secrets needs the package `cryptography`: install `codercfg[open]`") from None
    return AESGCM, InvalidTag
