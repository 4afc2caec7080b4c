"""serpent `Duration`: Go's `time.ParseDuration` with the units `d` (24 h) and `w` (168 h) that serpent 0.12 added."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from codercfg.values.error import ValueParseError

_HOUR = 3_600_000_000_000
_UNITS = {  # nanoseconds
    "ns": 1,
    "us": 1_000,
    "µs": 1_000,  # U+00B5
    "μs": 1_000,  # U+03BC, the other spelling that Go reads
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": _HOUR,
    "d": 24 * _HOUR,
    "w": 168 * _HOUR,
}
_CALENDAR_UNITS = frozenset("dw")
_LIMIT = 1 << 63
_MAX_DIGITS = 19  # of 2**63; longer always overflows, and Python refuses to convert more than 4300 digits
# Possessive, so that a long text without a unit costs one pass.
_PART = re.compile(r"(?=\.?[0-9])([0-9]*+)(?:\.([0-9]*+))?([^.0-9]*+)")
_USUAL = 32  # characters
_HELP = "write numbers with units, such as 90s, 12h or 1h30m"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that remembers how it was written; equal when equally long.

    Attributes:
        nanoseconds: The length, within 64 bits; may be negative.
        text: What the user wrote, which is what the server shall read.
    """

    nanoseconds: int
    text: str = field(compare=False)

    def go_text(self) -> str:
        """Go's `Duration.String()`: `720h0m0s`, `1.5ms`, `0s`."""
        size = abs(self.nanoseconds)
        sign = "-" if self.nanoseconds < 0 else ""
        if size < _UNITS["s"]:
            return sign + _below_one_second(size)
        minutes, rest = divmod(size, _UNITS["m"])
        text = _decimal(rest, _UNITS["s"]) + "s"
        if minutes:
            hours, minutes = divmod(minutes, 60)
            text = f"{hours}h{minutes}m{text}" if hours else f"{minutes}m{text}"
        return sign + text


def parse(text: str, *, days: bool = True) -> Duration:
    """The duration that `text` writes: an optional sign, then numbers each with a unit, or a lone `0`.

    Args:
        text: Such as `1h30m`, `.5h`, `-5m`, `1w2d`.
        days: Whether the server knows `d` and `w`; it does from 2.29 on.

    Raises:
        ValueParseError: No such text, or more than 2**63 nanoseconds (about 106751 days).
    """
    # The same few durations stand in every configuration; long texts are not worth keeping.
    return _usual(text, days) if len(text) <= _USUAL else _parse(text, days=days)


@lru_cache(maxsize=256)
def _usual(text: str, days: bool) -> Duration:  # noqa: FBT001  (one caller)
    return _parse(text, days=days)


def _parse(text: str, *, days: bool) -> Duration:
    negative = text.startswith("-")
    position = 1 if negative or text.startswith("+") else 0
    if text[position:] == "0":
        return Duration(0, text)
    if len(text) == position:
        raise ValueParseError("a duration needs a number and a unit", _HELP)
    total = 0
    while position < len(text):
        found = _PART.match(text, position)
        if found is None:
            raise ValueParseError("not a duration: each part is a number followed by a unit", _HELP)
        total += _nanoseconds(found, days=days)
        if total > _LIMIT:
            raise _overflow()
        position = found.end()
    if total == _LIMIT and not negative:
        raise _overflow()
    return Duration(-total if negative else total, text)


def to_env(value: Duration) -> str:
    """The user's own text."""
    return value.text


def from_nanoseconds(nanoseconds: int) -> Duration:
    """The duration of that length, written as Go prints it.

    Raises:
        ValueParseError: The length exceeds 64 bits.
    """
    if not -_LIMIT <= nanoseconds < _LIMIT:
        raise _overflow()
    return Duration(nanoseconds, Duration(nanoseconds, "").go_text())


def _nanoseconds(part: re.Match[str], *, days: bool) -> int:
    whole, fraction, unit_name = part.groups()
    unit = _UNITS.get(unit_name)
    if not unit_name:
        raise ValueParseError("the number has no unit", _HELP)
    if unit is None:
        raise ValueParseError("unknown unit; Go knows ns, us, ms, s, m, h, and Coder d and w, all in lower case", _HELP)
    if not days and unit_name in _CALENDAR_UNITS:
        raise ValueParseError("Coder before 2.29 does not know the units d and w", "write hours, such as 720h for 30 days")
    digits = whole.lstrip("0")
    if len(digits) > _MAX_DIGITS:
        raise _overflow()
    size = int(digits or "0") * unit
    return size + _fraction(fraction, unit) if fraction else size


def _fraction(digits: str, unit: int) -> int:
    """`0.<digits>` of a unit in nanoseconds, rounded as Go does with its `float64` arithmetic."""
    value, scale = 0, 1.0
    for digit in digits:
        longer = value * 10 + int(digit)
        if value > _LIMIT // 10 or longer > _LIMIT:
            break  # Go stops gathering digits where 64 bits end
        value = longer
        scale *= 10
    return int(value * (unit / scale))


def _below_one_second(size: int) -> str:
    if not size:
        return "0s"
    unit = next(unit for unit in ("ms", "µs", "ns") if size >= _UNITS[unit])
    return _decimal(size, _UNITS[unit]) + unit


def _decimal(size: int, unit: int) -> str:
    """`size / unit` with as many decimals as it has; `unit` is a power of ten."""
    whole, rest = divmod(size, unit)
    if not rest:
        return str(whole)
    decimals = len(str(unit)) - 1
    return f"{whole}.{rest:0{decimals}d}".rstrip("0")


def _overflow() -> ValueParseError:
    return ValueParseError("the duration exceeds 64 bits of nanoseconds", "write at most 106751d (2562047h)")
