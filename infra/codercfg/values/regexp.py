r"""serpent `Regexp`: the RE2 syntax of Go's `regexp`; the value is the pattern itself.

google-re2 decides. Where it and Go differ, a scan decides first: Go has no `\C`, names groups in ASCII, limits nesting, and knows
other names of Unicode classes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from codercfg.values.error import ValueParseError
from codercfg.values.kept import kept
from codercfg.values.regexp_classes import is_class

if TYPE_CHECKING:
    import re2

_HELP = "write an RE2 pattern; look-around such as (?=x) and back-references such as \\1 do not exist there"
_MAX_NESTING = 999  # groups; Go refuses trees of more than 1000 levels
_WORDS = r"\^?[A-Za-z0-9_/ -]*+\$?"
_PLAIN = re.compile(rf"(?:{_WORDS}|\({_WORDS}\)(?:\|\({_WORDS}\))*+)")  # compiles everywhere; most patterns of people are no more
_MOST_PLAIN = 1000  # characters; far longer ones have limits of their own
_NEEDS_SCAN = re.compile(r"\\[pPC]|\(\?P?<")
# What is not closed runs to the end of the pattern, so that one pass suffices whatever the pattern.
_NAMED_CLASS = r"\\[pP](?:\{(?P<long>[^}]*+)(?:\}|\Z)|(?P<short>[^{]))"
_TOKEN = re.compile(
    rf"(?s:\\Q.*?(?:\\E|\Z)|{_NAMED_CLASS}|(?P<any_byte>\\C)|\\.|\(\?P?<(?P<group>[^>]*+)(?:>|\Z)"
    r"|(?P<set>\[\^?\]?(?:\[:\^?[a-z]+:\]|\\.|[^\]\\])*+\]?))"
)
_SET_TOKEN = re.compile(rf"(?s:{_NAMED_CLASS}|\\.)")
_GROUP_NAME = re.compile(r"[A-Za-z0-9_]+")
_CAPTURE = re.compile(r"\((?!\?)|\)")
# The part of RE2's message before the colon; what follows repeats the pattern.
_REASONS = {
    "invalid escape sequence": "the pattern has an escape that RE2 does not know, perhaps a back-reference",
    "invalid character class": "a character class of the pattern is broken",
    "invalid character class range": "a character class of the pattern has a range in the wrong order or an unknown name",
    "missing ]": "a character class of the pattern is not closed",
    "missing )": "a group of the pattern is not closed",
    "unexpected )": "the pattern closes a group that it does not open",
    "trailing \\": "the pattern ends with a backslash",
    "no argument for repetition operator": "the pattern repeats nothing",
    "invalid repetition size": "the pattern repeats more than 1000 times",
    "bad repetition operator": "the pattern has two repetitions in a row",
    "invalid perl operator": "the pattern uses a (?…) group that RE2 does not have, such as look-around",
    "invalid named capture group": "a group of the pattern has a name with other characters than letters, digits and _",
}


def parse(text: str) -> str:
    """`text` itself when Go compiles it.

    Raises:
        ValueParseError: No RE2 pattern: look-around, back-references, unclosed groups and classes.
    """
    if len(text) <= _MOST_PLAIN and _PLAIN.fullmatch(text):
        return text
    pattern = _for_re2(text) if _NEEDS_SCAN.search(text) or text.count("(") > _MAX_NESTING else text
    import re2  # a compiled extension; most configurations have no pattern

    try:
        re2.compile(pattern, options=_options())
    except UnicodeEncodeError:
        raise ValueParseError("the pattern is not valid UTF-8", _HELP) from None
    except re2.error as error:
        _refuse(error)
    return text


parse_kept = kept(parse)
"""`parse` for patterns, which are no secrets."""


def to_env(value: str) -> str:
    """The pattern."""
    return value


@cache
def _options() -> re2.Options:
    import re2

    options = re2.Options()
    options.log_errors = False  # RE2 would print the pattern to stderr
    return options


def _refuse(error: re2.error) -> None:
    message = error.args[0].decode("utf-8", "replace")
    if message.startswith("pattern too large"):
        return  # RE2's budget for the compiled pattern, reached only by valid patterns; Go's is far larger
    code = message.partition(":")[0]
    raise ValueParseError(_REASONS.get(code, "RE2 cannot read the pattern"), _HELP) from None


def _for_re2(text: str) -> str:
    """The pattern with Unicode classes that RE2 knows, after the checks that RE2 does not make."""
    if text.count("(") > _MAX_NESTING:
        _check_nesting(_TOKEN.sub(lambda found: "(" if found["group"] else "", text))
    return _TOKEN.sub(_translate, text)


def _translate(found: re.Match[str]) -> str:
    kind = found.lastgroup
    token = found[0]
    if kind == "set":
        return _SET_TOKEN.sub(_translate, token)
    if kind == "any_byte":
        raise ValueParseError("Go does not know the escape \\C", _HELP)
    if kind == "group" and not (_GROUP_NAME.fullmatch(found["group"]) and token.endswith(">")):
        raise ValueParseError(_REASONS["invalid named capture group"], _HELP)
    if kind in {"long", "short"}:
        if not is_class(found[kind]) or (kind == "long" and not token.endswith("}")):
            raise ValueParseError("the pattern names a Unicode class that Go does not know", _HELP)
        return token[:2] + "L"  # any class will do: only the syntax is checked
    return token


def _check_nesting(skeleton: str) -> None:
    depth = 0
    for found in _CAPTURE.finditer(skeleton):
        depth += 1 if found[0] == "(" else -1
        if depth > _MAX_NESTING:
            raise ValueParseError("the groups of the pattern are nested too deeply", _HELP)
