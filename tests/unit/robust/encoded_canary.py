"""A canary with characters that encodings change, and everything by which one could tell it from an output."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote, quote_plus

ODD = "Zq7/odd canary+4711@=ü?Xk9"
BASE64 = b64encode(ODD.encode()).decode()
QUOTED = quote(ODD, safe="")
# As people paste it: as it is, encoded before, and as parts of other texts.
WRITTEN = (ODD, BASE64, QUOTED, f"postgres://coder:{QUOTED}@db.example.com/coder", f"Bearer {ODD}")
_PIECE = 9  # characters; fewer may be a coincidence


def _pieces(text: str) -> set[str]:
    return {text[start : start + _PIECE] for start in range(len(text) - _PIECE + 1)}


def _encoded(data: bytes) -> set[str]:
    """Pieces of base64, wherever in a longer text the canary begins; the ends depend on what stands beside it."""
    found: set[str] = set()
    for shift in range(3):
        for encode in (b64encode, urlsafe_b64encode):
            found |= _pieces(encode(b"\0" * shift + data).decode().rstrip("=")[4 if shift else 0 : -4])
    return found


PIECES = frozenset(
    {
        *_pieces(ODD),
        *_pieces(QUOTED),
        *_pieces(quote_plus(ODD)),
        *_pieces(ODD.encode("unicode_escape").decode()),
        *_encoded(ODD.encode()),
        *_encoded(BASE64.encode()),
    }
)


def traces(text: str) -> list[str]:
    """The pieces of the canary that a text holds, in whichever encoding."""
    return sorted(piece for piece in PIECES if piece in text)
