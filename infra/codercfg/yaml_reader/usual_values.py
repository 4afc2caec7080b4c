"""Words, quoted text and brackets in the usual form of a stack file; see `usual`."""

from __future__ import annotations

import re
from typing import Any, Final

from codercfg.yaml_reader.nodes import YamlList, YamlMap
from codercfg.yaml_reader.scalars import FIRST_OF_NUMBER, WORDS, Odd, resolve

_LETTER = "[A-Za-z0-9_./\ue000\ue001-]"  # the last two: marks in the texts of templates
KEY: Final = rf"[A-Za-z_\ue000]{_LETTER}{{0,99}}+(?::{_LETTER}{{1,99}}+)?+"
QUOTED: Final = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
_FIRST = "-{0,2}+[A-Za-z0-9_./^(+~$\\\\;=<\ue000]"
BLOCK_TEXT: Final = rf"{_FIRST}[^ :#\n]*+(?:(?::(?=[^ \n])|(?<=[^ ])#| +(?=[^ #\n]))[^ :#\n]*+)*+"
_WORD = r"[^ ,\[\]{}?:#]"
_FLOW_TEXT = rf"{_FIRST}{_WORD}*+(?:(?::(?=[A-Za-z0-9_./-])| +(?={_WORD})){_WORD}*+)*+"
_VALUE = rf"(?:({_FLOW_TEXT}|{QUOTED}) *+([,\]}}])|(?=[\[{{]))"
_ENTRY = re.compile(rf" *+([A-Za-z_\ue000]{_LETTER}{{0,99}}+): +{_VALUE}")
_ITEM = re.compile(rf" *+(){_VALUE}")  # the empty group stands where an entry has its key
_MARK = re.compile(r" *+([,\]}])")
_MOST_DEPTH = 20
_SPECIAL = FIRST_OF_NUMBER | {"'", '"'}  # first letters of what may be no text as it stands


class UnusualError(Exception):
    """The form is not the usual one; the parser has to read it."""


def plain(text: str) -> Any:  # noqa: ANN401  (a scalar of any type)
    """The value of words without quotes that may be something else than text.

    Raises:
        UnusualError: A number or date of which people would be surprised what it is read as.
    """
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
    is_map = line[start] == "{"
    node: Any
    places: Any
    node, places, part, closing = (YamlMap(), {}, _ENTRY, "}") if is_map else (YamlList(), [], _ITEM, "]")
    node.places = places
    at, mark = start + 1, ","
    if line.startswith(closing, at):
        return node, at + 1
    while mark == ",":
        match = part.match(line, at)
        if match is None:
            raise UnusualError
        key, text, mark = match.groups()
        (_, at), (begin, end), (text_at, text_end), _ = match.regs  # one call instead of three
        if text is None:
            text_at, text_end = at, at + 1
            value, at = read_brackets(line, number, at, depth + 1)
            mark, at = _mark(line, at)
        else:
            value = text if text[0] not in _SPECIAL and text not in WORDS else _scalar(text)
        if not is_map:
            node.append(value)
            places.append((number, text_at, number, text_end))
        elif key in node or key in WORDS:
            raise UnusualError
        else:
            node[key] = value
            places[key] = (number, begin, number, end, number, text_at, number, text_end)
    if mark != closing:
        raise UnusualError
    return node, at


def _mark(line: str, at: int) -> tuple[str, int]:
    """The comma or bracket behind a bracket that closed, and the column behind that."""
    found = _MARK.match(line, at)
    if found is None:
        raise UnusualError
    return found[1], found.end()


def _scalar(text: str) -> Any:  # noqa: ANN401  (a scalar of any type)
    return text[1:-1] if text[0] in "\"'" else plain(text)
