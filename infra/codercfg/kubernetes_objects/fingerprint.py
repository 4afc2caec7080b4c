"""The mark by which pods roll when a Secret changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.values.secret import Ciphertext

_LENGTH = 32


def fingerprint(key: bytes, values: Mapping[str, SecretText | Ciphertext]) -> str | None:
    """A keyed digest of a Secret's content, or None while a value is not known.

    Keyed, because an annotation is readable by many and a plain digest lets them guess short passwords. Every key and value is written with
    its length, so that moving a character from one to the next changes the result.

    Args:
        key: Random bytes of this stack, kept apart from the manifests.
        values: The Secret's content.
    """
    import hmac

    digest = hmac.new(key, digestmod="sha256")
    for name, value in sorted(values.items()):
        if not isinstance(value, SecretText):
            return None
        for part in (name, value.reveal()):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:_LENGTH]
