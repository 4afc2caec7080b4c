"""Made-up secrets that must not come out anywhere, in every form in which they could."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PIECE = 8  # characters; fewer may be a coincidence


def forms(secret: str) -> frozenset[str]:
    """Pieces of a secret as plain text, percent-encoded and in base64; of a longer text too, wherever in it the secret begins."""
    content = secret.encode()
    texts = {secret, quote(secret, safe="")}
    for before in range(3):
        # Characters at both ends depend on the neighbours.
        texts |= {encode(b"\0" * before + content).decode()[4:-4] for encode in (b64encode, urlsafe_b64encode)}
    return frozenset(text[start : start + PIECE] for text in texts for start in range(len(text) - PIECE + 1))


def leaks(secrets: Iterable[str], texts: Mapping[str, str]) -> list[str]:
    """Names of the texts in which a piece of a secret stands."""
    pieces = frozenset(piece for secret in secrets for piece in forms(secret))
    return [name for name, text in texts.items() if any(piece in text for piece in pieces)]
