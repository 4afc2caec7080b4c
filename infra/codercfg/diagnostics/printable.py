"""Keeps text from a user's file from driving the terminal or breaking a line-based format."""

from __future__ import annotations

import re

# Control characters, line separators, marks that reorder text, and halves of surrogate pairs. Compiled when a text needs it.
_UNSAFE = "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def printable(text: str) -> str:
    """`text` on one line, with everything that a terminal would act on written as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNSAFE, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
