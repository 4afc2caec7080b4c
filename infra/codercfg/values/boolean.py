"""serpent `Bool`: the words of Go's `strconv.ParseBool`, and the empty text for false."""

from __future__ import annotations

from codercfg.values.error import ValueParseError

# Mixed case ("tRue") and YAML's yes/no/on/off are errors for Go, so this is a table and no `lower()`.
_WORDS = {
    "": False,
    **dict.fromkeys(("1", "t", "T", "TRUE", "true", "True"), True),
    **dict.fromkeys(("0", "f", "F", "FALSE", "false", "False"), False),
}


def parse(text: str) -> bool:
    """The truth value of `text`.

    Raises:
        ValueParseError: `text` is none of Go's words, which also have no blanks around them.
    """
    value = _WORDS.get(text)
    if value is None:
        raise ValueParseError("not a word that Go reads as a boolean", "write true or false")
    return value


def to_env(value: bool) -> str:  # noqa: FBT001  (the value is the subject)
    """`true` or `false`."""
    return "true" if value else "false"
