"""serpent `Enum`: one of a few words, whatever their case, kept as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Collection


def parse(text: str, choices: Collection[str]) -> str:
    """`text` itself when it is one of `choices`.

    The server keeps the caller's case, and some of its code compares with the exact word later.

    Raises:
        ValueParseError: `text` is none of `choices`; blanks around a word count.
    """
    # ASCII only: lower-casing would let letters such as U+212A (Kelvin sign) pass for a k.
    if text not in choices and not (text.isascii() and text.lower() in map(str.lower, choices)):
        raise ValueParseError("not one of the words that the option takes", f"write one of: {', '.join(choices)}")
    return text


def to_env(value: str) -> str:
    """The word as it was written."""
    return value
