"""The known names that a misspelt one may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 120  # longer input is no misspelling, and comparing it would cost quadratic time


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """At most `most` known names that look like `name`, best first."""
    if len(name) > _LONGEST:
        return ()
    from difflib import get_close_matches  # most checks find nothing misspelt

    by_folded = {item.casefold(): item for item in known}
    return tuple(by_folded[match] for match in get_close_matches(name.casefold(), by_folded, n=most, cutoff=0.72))


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A help sentence with the nearest names, or `otherwise` when nothing is near."""
    names = nearest(name, known)
    return f"did you mean {' or '.join(f'`{item}`' for item in names)}?" if names else otherwise
