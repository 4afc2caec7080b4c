"""Where the comments of a text are."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from codercfg.values.secret import MASK

if TYPE_CHECKING:
    from codercfg.migrate.nodes import Tree

# What a migration leaves in the place of an option.
GONE = re.compile(
    r"# [A-Za-z0-9_.]+ went: (?:it had no effect|a base URL alone|requests went to|AI providers live|Coder [0-9.]+ has no)[a-zA-Z ]*"
)
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


def masked_comments(text: str) -> str:
    """The text with what people wrote into comments masked, for it may be anything; comments of a migration stay.

    Raises:
        TreeError: The text cannot be read.
    """
    from codercfg.migrate.tree import parse

    parts, place = [], 0
    for start, end in comments(text, parse(text)):
        parts += [text[place:start], text[start:end] if GONE.fullmatch(text, start, end) else f"# {MASK}"]
        place = end
    return "".join([*parts, text[place:]])
