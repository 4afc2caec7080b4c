"""What Go's yaml.v3 takes a scalar for: null, a number, a truth value, a date or text."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING

from codercfg.values.error import ValueParseError
from codercfg.values.yaml_node import HELP

if TYPE_CHECKING:
    from codercfg.values.yaml_node import Scalar

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "!!null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), "!!bool"),
    **dict.fromkeys((".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF"), "!!float"),
    **dict.fromkeys(("+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"), "!!float"),
}
_INTEGER = re.compile(
    r"([-+]?)(?:0[xX](?P<hexadecimal>[0-9a-fA-F]+)|0[bB](?P<binary>[01]+)|0[oO]?(?P<octal>[0-7]+)|(?P<decimal>0|[1-9][0-9]*))"
)
_BASES = {"hexadecimal": 16, "binary": 2, "octal": 8, "decimal": 10}
_FLOAT = re.compile(r"(?:[-+]?[0-9]+(?:\.[0-9]*)?|[-+]?\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt][0-9:.]+(?:Z|[-+][0-9]{2}:[0-9]{2}))|(?: +[0-9:.]+))?")
_RESOLVED_TAGS = frozenset({"!!null", "!!bool", "!!int", "!!float", "!!timestamp"})
_MAX_DIGITS = 4000  # far beyond 64 bits, and below what Python refuses to convert
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def text_of(scalar: Scalar) -> str | None:
    """The text that a Go string takes from `scalar`, None for null.

    Raises:
        ValueParseError: An explicit tag that does not fit the text, such as `!!int x`.
    """
    tag = scalar.tag
    if tag == "!!binary":
        return _decode(scalar.value)
    if tag in _RESOLVED_TAGS:
        _check_tag(tag, scalar.value)
        return None if tag == "!!null" else scalar.value
    return None if is_null(scalar) else scalar.value


def is_null(scalar: Scalar) -> bool:
    """Whether `scalar` is YAML's null: one of five words, without quotes unless so tagged."""
    return scalar.tag == "!!null" or (scalar.plain and not scalar.tag and _WORDS.get(scalar.value) == "!!null")


def is_text(scalar: Scalar) -> bool:
    """Whether a Go `any` would take `scalar` as a string."""
    if scalar.tag:
        return scalar.tag not in _RESOLVED_TAGS
    return not scalar.plain or resolve(scalar.value) == "!!str"


def resolve(value: str) -> str:
    """The tag of a scalar without quotes."""
    if value in _WORDS:
        return _WORDS[value]
    if _DATE.fullmatch(value):
        return "!!timestamp"
    if value[:1] in "+-0123456789":
        value = value.replace("_", "")
        if _is_integer(value):
            return "!!int"
    if _FLOAT.fullmatch(value) and abs(float(value)) != float("inf"):
        return "!!float"
    return "!!str"


def _is_integer(value: str) -> bool:
    """Whether Go's `ParseInt` or `ParseUint` reads `value` into 64 bits."""
    found = _INTEGER.fullmatch(value)
    if found is None or len(value) > _MAX_DIGITS:
        return False
    kind = found.lastgroup or "decimal"
    number = int(found[kind], _BASES[kind])
    return number < 1 << 64 if not found[1] else number < (1 << 63) + (found[1] == "-")


def integer_of(value: str) -> int:
    """The number that a scalar of tag `!!int` writes, in any of YAML's bases, underscores taken out."""
    found = _INTEGER.fullmatch(value)
    if found is None or len(value) > _MAX_DIGITS:
        raise ValueParseError("not a whole number", HELP)
    kind = found.lastgroup or "decimal"
    number = int(found[kind], _BASES[kind])
    return -number if found[1] == "-" else number


def _check_tag(tag: str, value: str) -> None:
    found = resolve(value)
    if found != tag and not (tag == "!!float" and found == "!!int"):
        raise ValueParseError("a YAML tag does not fit the value behind it", HELP)


def _decode(value: str) -> str:
    joined = value.replace("\n", "").replace("\r", "")
    if not _BASE64.fullmatch(joined):
        raise ValueParseError("a !!binary value of the YAML text is not base64", HELP)
    return b64decode(joined).decode("utf-8", "surrogateescape")
