"""Words, quoted text and brackets in the usual form of a stack file; see `yaml_usual`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from codercfg.sources.yaml_nodes import YamlList, YamlMap
from codercfg.sources.yaml_scalars import FIRST_OF_NUMBER, WORDS, Odd, resolve

if TYPE_CHECKING:
    from codercfg.sources.yaml_nodes import Place

KEY: Final = r"[A-Za-z_][A-Za-z0-9_./-]{0,99}+(?::[A-Za-z0-9_./-]{1,99}+){0,3}+"
QUOTED: Final = r"\"[^\"\\]*+\"|'[^']*+'"
_FIRST = r"-{0,2}+[A-Za-z0-9_./^(+~$\\;=<]"
BLOCK_TEXT: Final = rf"{_FIRST}[^ :#]*+(?:(?::(?=[^ ])|(?<=[^ ])#| +(?=[^ #]))[^ :#]*+)*+"
_WORD = r"[^ ,\[\]{}?:#]"
_FLOW_TEXT = rf"{_FIRST}{_WORD}*+(?:(?::(?=[A-Za-z0-9_./-])| +(?={_WORD})){_WORD}*+)*+"
_VALUE = rf"(?:(?:({_FLOW_TEXT})|({QUOTED})) *+([,\]}}])|(?=[\[{{]))"
_ENTRY = re.compile(rf" *+({KEY}): +{_VALUE}")
_ITEM = re.compile(rf" *+(){_VALUE}")  # the empty group stands where an entry has its key
_MARK = re.compile(r" *+([,\]}])")
_MOST_DEPTH = 20


class UnusualError(Exception):
    """The form is not the usual one; the parser has to read it."""


def plain(text: str) -> Any:  # noqa: ANN401  (a scalar of any type)
    """The value of words without quotes.

    Raises:
        UnusualError: A number or date of which people would be surprised what it is read as.
    """
    if text not in WORDS and text[0] not in FIRST_OF_NUMBER:
        return text
    value = resolve(text)
    if type(value) is Odd:
        raise UnusualError
    return value


def read_brackets(line: str, number: int, start: int, depth: int = 0) -> tuple[Any, int]:
    """The map or list whose bracket opens at `start` of the line with this number, and the column behind it.

    Raises:
        UnusualError: Its form is not the usual one, or it does not end on the line.
    """
    if depth > _MOST_DEPTH:
        raise UnusualError
    if line[start] == "{":
        return _map(line, number, start + 1, depth)
    return _list(line, number, start + 1, depth)


def _map(line: str, number: int, at: int, depth: int) -> tuple[YamlMap, int]:
    node = YamlMap()
    places: dict[str, tuple[Place, Place]] = {}
    node.places = places
    if line.startswith("}", at):
        return node, at + 1
    mark = ","
    while mark == ",":
        match = _ENTRY.match(line, at)
        if match is None:
            raise UnusualError
        key = match[1]
        if key in node or key in WORDS:
            raise UnusualError
        start, end = match.span(1)
        node[key], place, mark, at = _value(line, number, match, depth)
        places[key] = ((number, start, number, end), place)
    if mark != "}":
        raise UnusualError
    return node, at


def _list(line: str, number: int, at: int, depth: int) -> tuple[YamlList, int]:
    node = YamlList()
    places: list[Place] = []
    node.places = places
    if line.startswith("]", at):
        return node, at + 1
    mark = ","
    while mark == ",":
        match = _ITEM.match(line, at)
        if match is None:
            raise UnusualError
        value, place, mark, at = _value(line, number, match, depth)
        node.append(value)
        places.append(place)
    if mark != "]":
        raise UnusualError
    return node, at


def _value(line: str, number: int, match: re.Match[str], depth: int) -> tuple[Any, Place, str, int]:
    """A value and its place, the comma or bracket behind it, and the column behind that."""
    _key, words, quoted, mark = match.groups()
    if words is not None:
        start, end = match.span(2)
        return plain(words), (number, start, number, end), mark, match.end()
    if quoted is not None:
        start, end = match.span(3)
        return quoted[1:-1], (number, start, number, end), mark, match.end()
    start = match.end()
    value, at = read_brackets(line, number, start, depth + 1)
    behind = _MARK.match(line, at)
    if behind is None:
        raise UnusualError
    return value, (number, start, number, start + 1), behind[1], behind.end()
