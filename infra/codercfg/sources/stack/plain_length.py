"""How long the plain text behind a ciphertext is."""

from __future__ import annotations

_NONCE_TEXT = 16  # base64 of 12 bytes
_TAG_BYTES = 16


def plain_length(ciphertext: str) -> int:
    """Bytes of plain text, without a key: AES-GCM keeps the length, and adds a tag.

    Pulumi writes `v1:<nonce>:<ciphertext and tag>` with a passphrase and with the keys of clouds; of any other form nothing is known, and
    the answer is 0.
    """
    version, _colon, rest = ciphertext.partition(":")
    nonce, _colon, sealed = rest.partition(":")
    if version != "v1" or len(nonce) != _NONCE_TEXT:
        return 0
    return max(len(sealed) // 4 * 3 - (len(sealed) - len(sealed.rstrip("="))) - _TAG_BYTES, 0)
