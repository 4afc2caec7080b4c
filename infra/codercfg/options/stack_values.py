"""What a stack file may write for each type of option: YAML values in, value types out.

The server reads text; a stack file has booleans, numbers, lists and maps. Each function accepts the natural YAML form and the
server's own text, and refuses everything else with what to write instead. No message repeats the input: it may be a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from codercfg.values import boolean, csv_list, integer
from codercfg.values.duration import Duration
from codercfg.values.duration import parse as parse_duration
from codercfg.values.error import ValueParseError

Accept = Callable[[Any], Any]
_INT64 = 1 << 63


_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (type(None), "nothing (null)"),
    (bool, "true or false"),
    (float, "a number with a fraction"),
    (int, "a number"),
    (str, "text"),
    (Mapping, "a map"),
    ((list, tuple), "a list"),
)


def what(data: object) -> str:
    """The YAML name of a value's type, for messages."""
    return next((name for types, name in _NAMES if isinstance(data, types)), type(data).__name__)


def accept_boolean(data: object) -> bool:
    """`true`, `false`, or one of Go's words for them as text."""
    if isinstance(data, bool):
        return data
    if isinstance(data, str) and data:
        return boolean.parse(data)
    raise ValueParseError(f"expected true or false, found {what(data)}", "write true or false without quotes")


def accept_integer(data: object) -> int:
    """A whole number of 64 bits, or its decimal text."""
    if type(data) is int and -_INT64 <= data < _INT64:
        return data
    if isinstance(data, int) and not isinstance(data, bool):
        return integer.parse(str(data))
    if isinstance(data, str):
        return integer.parse(data)
    raise ValueParseError(f"expected a whole number, found {what(data)}", "write a whole number such as 10")


def accept_text(data: object) -> str:
    """Text; a whole number is taken as its digits, because `pulumi config set --path` turns all-digit text into one."""
    if isinstance(data, str):
        return data
    if isinstance(data, int) and not isinstance(data, bool):
        return str(data)
    raise ValueParseError(f"expected text, found {what(data)}", "write text, in quotes where YAML would read it as something else")


def accept_duration(data: object) -> Duration:
    """Go duration text; the number 0 is the only one that needs no unit."""
    if isinstance(data, Duration):
        return data
    if isinstance(data, str):
        return parse_duration(data)
    if data == 0 and not isinstance(data, bool):
        return parse_duration("0")
    raise ValueParseError(f"expected a duration, found {what(data)}", "write a number with its unit, such as 90s, 12h or 720h")


def accept_list(data: object) -> tuple[str, ...]:
    """A list of texts."""
    if type(data) is list:
        try:
            joined = "".join(data)
        except TypeError:  # an item that is no text
            joined = ""
        if joined and "\r\n" not in joined:  # the usual list, in two steps instead of three for each item
            return tuple(data)
    if isinstance(data, list | tuple):
        items = tuple(accept_text(item) for item in data)
        csv_list.refuse_unwritable(items)
        return items
    raise ValueParseError(f"expected a list, found {what(data)}", "write a YAML list, one item for each value")


def accept_parsed(value_type: type, parse: Callable[[str], Any]) -> Accept:
    """Text that `parse` reads, or a value of `value_type` already read."""

    def accept(data: object) -> object:
        if type(data) is str:
            return parse(data)
        if value_type is not str and isinstance(data, value_type):
            return data
        return parse(accept_text(data))

    return accept
