"""Reads plain scalars as the Pulumi CLI does.

Source: Go `gopkg.in/yaml.v3` v3.0.1, `resolve.go`. It is YAML 1.2 with leftovers of 1.1: `0777` is octal, `1_000` is a number, a bare date
is a time. `yes`, `no`, `on` and `off` are text.
"""

from __future__ import annotations

import re
from math import inf
from typing import Any, Final

DATE = "date"
NUMBER = "odd-number"
NO_NUMBER = "no-number"
FIRST_OF_NUMBER: Final = frozenset("0123456789+-.")
_NO_NUMBER_OR_TIME = re.compile(r"[^-0-9a-fA-FoOxXtTZ_:., +]")  # what neither a number nor a time has: most durations and networks have it
_COMMON = re.compile(r"0|-?[1-9][0-9]{0,17}")
_INTEGER = re.compile(r"([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))")
_BASES = (16, 8, 2, 10)  # of the groups above
_LEAST, _MOST = -(2**63), 2**64 - 1
_MOST_DIGITS = 70  # more than 64 binary ones; Python refuses to read thousands
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_POINT_FLOAT = re.compile(r"\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?")  # a leading point has Go's rules for underscores
_USUAL_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_CLOCK = r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?"
_DATE = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})(?:[Tt]{_CLOCK}(?:Z|[-+][0-9]{{2}}:[0-9]{{2}})| {_CLOCK})?")


class Odd:
    """A plain scalar that is read as something else than it looks like.

    Attributes:
        value: What it is read as; for what JSON cannot carry, the text.
        what: `date`, `odd-number`, or `no-number` for infinity and the like.
    """

    __slots__ = ("value", "what")

    def __init__(self, value: Any, what: str) -> None:  # noqa: ANN401  (a scalar)
        self.value = value
        self.what = what


WORDS: Final[dict[str, Any]] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **{text: Odd(text, NO_NUMBER) for word in ("nan", "NaN", "NAN") for text in (f".{word}",)},
    **{text: Odd(text, NO_NUMBER) for word in ("inf", "Inf", "INF") for text in (f".{word}", f"+.{word}", f"-.{word}")},
}


def resolve(text: str) -> Any:  # noqa: ANN401  (a scalar of any type)
    """The value of a plain scalar; `Odd` around it where people would be surprised."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in FIRST_OF_NUMBER or _NO_NUMBER_OR_TIME.search(text):
        return text
    if _COMMON.fullmatch(text):
        return int(text)
    if text[0] == ".":
        return _float(text.replace("_", ""), text) if _POINT_FLOAT.fullmatch(text) else text
    if _is_date(text):
        return Odd(text, DATE)
    plain = text.replace("_", "")
    integer = _integer(plain)
    return _float(plain, text) if integer is None else Odd(integer, NUMBER)


def _integer(plain: str) -> int | None:
    """Go's `ParseInt`, else `ParseUint`, with base 0."""
    match = _INTEGER.fullmatch(plain)
    if match is None:
        return None
    sign, *groups = match.groups()
    base, digits = next((base, digits) for base, digits in zip(_BASES, groups, strict=True) if digits is not None)
    if len(digits) > _MOST_DIGITS:
        return None
    value = int(sign + digits, base)
    return value if _LEAST <= value <= _MOST else None


def _float(plain: str, text: str) -> Any:  # noqa: ANN401  (a number, or the text)
    """Go's `ParseFloat`; what it cannot hold stays text."""
    if not _FLOAT.fullmatch(plain):
        return text
    value = float(plain)
    if value in (inf, -inf):
        return text
    return value if _USUAL_FLOAT.fullmatch(text) else Odd(value, NUMBER)


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day, *clock = (int(part) if part else 0 for part in match.groups())
    return 1 <= month <= len(_DAYS) and 1 <= day <= _days(year, month) and _is_clock(clock)


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + (leap and month == 2)  # noqa: PLR2004  (February)


def _is_clock(parts: list[int]) -> bool:
    return all(part < limit for part, limit in zip(parts, (24, 60, 60) * 2, strict=True))
