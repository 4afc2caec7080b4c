"""A value that must not come out anywhere, and the shapes in which people write it."""

from __future__ import annotations

CANARY = "hunter2CANARYxyzzy"
PIECE = 8  # characters; fewer may be a coincidence
PIECES = frozenset(CANARY[start : start + PIECE] for start in range(len(CANARY) - PIECE + 1))
# Right for some options and wrong for the others; a value is refused by a different check in each shape.
SHAPES = (
    CANARY,
    f"https://{CANARY}.example.com/{CANARY}",
    f"https://user:{CANARY}@host/path",
    f"postgres://user:{CANARY}@host/db?sslmode={CANARY}",
    f"{CANARY},{CANARY}",
    f"%zz{CANARY}",
    f"{CANARY}:1",
    f'{{"{CANARY}": ["{CANARY}"]}}',
    f'[{{"name": "{CANARY}"}}]',
    f" {CANARY}\n",
)


def leaks(*texts: str) -> bool:
    """Whether one of the texts holds a piece of the canary."""
    return any(piece in text for text in texts for piece in PIECES)
