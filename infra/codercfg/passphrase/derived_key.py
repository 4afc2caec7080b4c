"""A key that everybody finds who has a stack file and its passphrase, and nobody else. Source: RFC 5869 (HKDF)."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from codercfg.passphrase.cipher import SaltError, data_key, fits, salt_and_probe
from codercfg.passphrase.error import OpenSecretsError
from codercfg.yaml_reader.nodes import YamlMap
from codercfg.yaml_reader.text import read

if TYPE_CHECKING:
    from codercfg.values.secret import SecretText

_LABEL = b"codercfg"


def derived_fingerprint_key(text: str, passphrase: SecretText | None) -> bytes | None:
    """The key for a stack's fingerprints; arguments and result as for `derived_key`."""
    return derived_key(text, passphrase, "fingerprint")


def derived_key(text: str, passphrase: SecretText | None, purpose: str) -> bytes | None:
    """256 bits that tell nothing about the stack's own key.

    Args:
        text: Of the stack file.
        passphrase: Of the stack, where it is known.
        purpose: Another one gives another key.

    Returns:
        None where the file has no salt, or the passphrase is not known or not that of the file.
    """
    root, _problems = read(text)
    salt = root.get("encryptionsalt") if isinstance(root, YamlMap) else None
    if passphrase is None or not isinstance(salt, str):
        return None
    try:
        raw, probe = salt_and_probe(salt)
    except SaltError:
        return None
    key = data_key(passphrase, raw)
    return _expanded(key, purpose) if _may_fit(key, probe) else None


def _may_fit(key: bytes, probe: str) -> bool:
    try:
        return fits(key, probe)
    except OpenSecretsError:  # cannot be tried without `cryptography`; inside `pulumi`, the CLI has opened the file with it already
        return True


def _expanded(key: bytes, purpose: str) -> bytes:
    extracted = hmac.digest(_LABEL, key, "sha256")
    return hmac.digest(extracted, purpose.encode() + b"\x01", "sha256")
