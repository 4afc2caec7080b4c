"""serpent `Int64`: Go's `strconv.ParseInt` with base 10 and 64 bits."""

from __future__ import annotations

import re

from codercfg.values.error import ValueParseError

_INTEGER = re.compile(r"([-+]?)0*+([0-9]*)(?<=[0-9])")
_MAX_DIGITS = 19  # of 2**63; longer never fits, and Python refuses to convert more than 4300 digits
_LIMIT = 1 << 63


def parse(text: str) -> int:
    """The whole number that `text` writes in ASCII digits, with an optional sign.

    Raises:
        ValueParseError: `text` is not such a number (empty, `0x10`, `1_000`, `1.0`, blanks) or exceeds 64 bits.
    """
    found = _INTEGER.fullmatch(text)
    if found is None:
        raise ValueParseError("not a whole number in decimal digits", "write digits only, such as 10 or -1")
    sign, digits = found.groups()
    if len(digits) > _MAX_DIGITS:
        raise _out_of_range()
    return _checked(int(f"{sign}{digits or 0}"))


def to_env(value: int) -> str:
    """Decimal digits.

    Raises:
        ValueParseError: `value` exceeds 64 bits.
    """
    return format(_checked(value), "d")


def _checked(value: int) -> int:
    if not -_LIMIT <= value < _LIMIT:
        raise _out_of_range()
    return value


def _out_of_range() -> ValueParseError:
    return ValueParseError("the number does not fit into 64 bits", "write a number from -9223372036854775808 to 9223372036854775807")
