"""Where the comments of a text are."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.migrate.tree import Tree

_COMMENT = re.compile(r"(?:(?<=[\s,\[\]{}])|\A)#[^\r\n]*")


def comments(text: str, tree: Tree) -> list[tuple[int, int]]:
    """Spans of the comments from `#` to the end of the line, in order."""
    starts = [start for start, _end in tree.tokens]
    found = []
    for match in _COMMENT.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        # Inside a token `#` is text: of a quoted scalar, or of the header and body of a block scalar.
        if place < 0 or match.start() >= tree.tokens[place][1]:
            found.append(match.span())
    return found
