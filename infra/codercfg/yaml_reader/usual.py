"""Reads the usual form of a stack file, all lines in one call, in a fraction of the time that a YAML parser takes.

The usual form: maps and lists in lines, brackets that close on their line, plain words and quoted text without escapes, comments. Anything
else (an anchor, a tag, text over several lines, nothing behind a key, a number in an odd notation, a mistake) ends this reader, and the
parser reads the file from its beginning; so it alone reports problems. What this reader gives is what the parser would give: values,
their order and their places. `tests/unit/yaml_reader/test_usual.py` compares both on every text it can think of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from codercfg.yaml_reader.scalars import FIRST_OF_NUMBER, WORDS
from codercfg.yaml_reader.usual_nodes import OpenNodes
from codercfg.yaml_reader.usual_values import BLOCK_TEXT, KEY, QUOTED, UnusualError, plain, read_brackets

if TYPE_CHECKING:
    from codercfg.yaml_reader.nodes import YamlMap

_MOST = 512 * 1024  # characters; what is longer may exceed a limit, which the parser reports
_ASCII = re.compile("[\n\x20-\x7e]*+")  # no tabs, no line breaks but one
# By what is not allowed: ranges of what is would take 3 ms to compile.
_TEXT = re.compile("[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*+")
_INDENT = r"( *+)(- ++)?"
_KEYED = rf"(?:({KEY})(: ++|:$))?"
_BEHIND = rf"(?:({BLOCK_TEXT})|({QUOTED})|([\[{{].*+))?"
_COMMENT = r" *+(?:(?<![^ \n])#.*+)?"
_LINES = re.compile(rf"^{_INDENT}{_KEYED}{_BEHIND}{_COMMENT}$", re.MULTILINE)
_REST = re.compile(_COMMENT)

_Line = tuple[str, str, str, str, str, str, str]  # indent, dash, key, colon; words, quoted text or brackets


def read_usual(text: str) -> YamlMap | None:
    """The map that `text` holds, or None where its form is not the usual one."""
    if len(text) > _MOST or not (_ASCII if text.isascii() else _TEXT).fullmatch(text):
        return None
    lines = text.split("\n")
    parts = _LINES.findall(text)  # one call for all lines: a match object for each would take as long again as the rest
    if len(parts) != len(lines):
        return None
    try:
        return _read(parts, lines) or None
    except UnusualError:
        return None


def _read(parts: list[_Line], lines: list[str]) -> YamlMap:  # noqa: C901, PLR0912  (a call for a line costs as much as the line)
    """The map that the lines hold.

    Raises:
        UnusualError: The form of one is not the usual one.
    """
    nodes = OpenNodes()
    node: Any = nodes.root  # the map or list that the line belongs to
    keys_at = 0  # column of its keys; -1 when it is a list, or a key waits for its value
    items_at = -1  # column of its dashes, when the last line held an item of it
    for number, (indent, dash, key, colon, words, quoted, brackets) in enumerate(parts):
        column = len(indent)
        if column != keys_at or dash or not key:
            if not dash and not key:
                if words or quoted or brackets:
                    raise UnusualError
                continue
            if key or column != items_at:
                node = nodes.at(number, column, dash, key)
                items_at = -1 if key else column
                keys_at = column + len(dash) if key else -1
            column += len(dash)
        if key and (key in node or key in WORDS):
            raise UnusualError
        start = column + len(key) + len(colon)
        if words:
            value = words if words[0] not in FIRST_OF_NUMBER and words not in WORDS else plain(words)
            end = start + len(words)
        elif quoted:
            value, end = quoted[1:-1], start + len(quoted)
        elif brackets:
            value, end = _brackets(lines[number], number, start), start + 1
        elif not key:
            raise UnusualError
        else:
            nodes.waiting, nodes.waiting_at = key, (number, column, number, column + len(key))
            keys_at = items_at = -1
            continue
        if key:
            node[key] = value
            node.places[key] = (number, column, number, column + len(key), number, start, number, end)
        else:
            node.append(value)
            node.places.append((number, start, number, end))
    if nodes.waiting is not None:
        raise UnusualError
    return nodes.root


def _brackets(line: str, number: int, start: int) -> Any:  # noqa: ANN401  (a map or a list)
    value, end = read_brackets(line, number, start)
    if end != len(line) and not _REST.fullmatch(line, end):
        raise UnusualError
    return value
