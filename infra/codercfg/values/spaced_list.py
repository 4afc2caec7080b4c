"""Lists in the indexed external-auth variables: items between single spaces, nothing trimmed.

Source: upstream splits `SCOPES`, `EXTRA_TOKEN_KEYS` and `PKCE_METHODS` on one space, so that set-but-empty means one empty item.
"""

from __future__ import annotations

from codercfg.values.error import ValueParseError


def parse(text: str) -> tuple[str, ...]:
    """Read the list; `""` is one empty item and two spaces enclose one."""
    return tuple(text.split(" "))


def to_env(value: tuple[str, ...]) -> str:
    """Print the list.

    Raises:
        ValueParseError: It is empty, or an item holds a space: no variable can carry that.
    """
    if not value:
        raise ValueParseError("an empty list cannot be written in a variable", "leave the key out to get the default of the type")
    if any(" " in item for item in value):
        raise ValueParseError("an item holds a space, which separates items here", "write each word as an item of its own")
    return " ".join(value)
