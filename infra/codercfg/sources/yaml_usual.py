"""Reads the usual form of a stack file line by line, in a fraction of the time that a YAML parser takes.

The usual form: maps and lists in lines, brackets that close on their line, plain words and quoted text without escapes, comments. Anything
else (an anchor, a tag, text over several lines, nothing behind a key, a number in an odd notation, a mistake) ends this reader, and the
parser reads the file from its beginning; so it alone reports problems. What this reader gives is what the parser would give: values,
their order and their places. `tests/unit/sources/test_yaml_usual.py` compares both on every text it can think of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from codercfg.sources.yaml_nodes import YamlList, YamlMap
from codercfg.sources.yaml_scalars import WORDS
from codercfg.sources.yaml_usual_values import BLOCK_TEXT, KEY, QUOTED, UnusualError, plain, read_brackets

if TYPE_CHECKING:
    from codercfg.sources.yaml_nodes import Place

_MOST = 512 * 1024  # characters; what is longer may exceed a limit, which the parser reports
_MOST_DEPTH = 40
_TEXT = re.compile("[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff]*+")  # no tabs, no line breaks but one
_COMMENT = r" *+(?:(?<![^ ])#.*+)?"
_LINE = re.compile(rf"( *+)(- +)?(?:({KEY}):(?: +|$))?(?:({BLOCK_TEXT})|({QUOTED})|([\[{{].*+))?{_COMMENT}")
_REST = re.compile(_COMMENT)
_INDENT, _DASH, _KEY, _WORDS, _QUOTED = 1, 2, 3, 4, 5  # groups of a line; the last one that matched says what the line is


class _Open:
    """A map or list that may get further lines; `key` waits for its value."""

    __slots__ = ("indent", "is_list", "key", "key_place", "node")

    def __init__(self, node: Any, indent: int, *, is_list: bool) -> None:  # noqa: ANN401  (a `YamlMap` or `YamlList`)
        self.node = node
        self.indent = indent
        self.is_list = is_list
        self.key: str | None = None
        self.key_place: Place = (0, 0, 0, 0)


def read_usual(text: str) -> YamlMap | None:
    """The map that `text` holds, or None where its form is not the usual one."""
    if len(text) > _MOST or not _TEXT.fullmatch(text):
        return None
    lines = _Lines()
    try:
        for number, line in enumerate(text.split("\n")):
            lines.take(number, line)
    except UnusualError:
        return None
    return lines.root if lines.root and lines.is_complete else None


class _Lines:
    """Takes the lines of one text."""

    def __init__(self) -> None:
        self.root = YamlMap()
        self.root.places = {}
        self._open = [_Open(self.root, 0, is_list=False)]

    @property
    def is_complete(self) -> bool:
        """Whether no key waits for a value."""
        return self._open[-1].key is None

    def take(self, number: int, line: str) -> None:
        """Add what a line holds.

        Raises:
            UnusualError: Its form is not the usual one.
        """
        match = _LINE.fullmatch(line)
        if match is None:
            raise UnusualError
        if match.lastindex == _INDENT:
            return
        column, dash, key = match.end(_INDENT), match[_DASH], match[_KEY]
        value, where = _value(number, line, match)
        if dash is not None:
            holder = self._list(number, column)
            column += len(dash)
            if key is None:
                holder.node.append(value)
                holder.node.places.append(where)
                return
            holder = self._map_in_list(holder, number, column)
        else:
            holder = self._map(number, column)
        if key is None or key in holder.node or key in WORDS:
            raise UnusualError
        place = (number, column, number, column + len(key))
        if where is None:
            holder.key, holder.key_place = key, place
        else:
            holder.node[key] = value
            holder.node.places[key] = (place, where)

    def _map(self, number: int, column: int) -> _Open:
        """The open map whose keys stand in `column`."""
        top = self._open[-1]
        if top.key is not None:
            if column <= top.indent:
                raise UnusualError
            node = YamlMap()
            node.places = {}
            return self._begin(top, _Open(node, column, is_list=False), (number, column, number, column))
        while top.indent > column or (top.is_list and top.indent == column):
            self._open.pop()
            top = self._open[-1]
        if top.indent != column:
            raise UnusualError
        return top

    def _list(self, number: int, column: int) -> _Open:
        """The open list whose dashes stand in `column`."""
        top = self._open[-1]
        if top.key is not None:
            if column < top.indent:
                raise UnusualError
            node = YamlList()
            node.places = []
            width = 1 if column == top.indent else 0  # the parser gives a list at the indent of its key the place of its first dash
            return self._begin(top, _Open(node, column, is_list=True), (number, column, number, column + width))
        while top.indent > column:
            self._open.pop()
            top = self._open[-1]
        if top.indent != column or not top.is_list:
            raise UnusualError
        return top

    def _map_in_list(self, holder: _Open, number: int, column: int) -> _Open:
        node = YamlMap()
        node.places = {}
        holder.node.append(node)
        holder.node.places.append((number, column, number, column))
        return self._push(_Open(node, column, is_list=False))

    def _begin(self, top: _Open, opened: _Open, place: Place) -> _Open:
        """Make a container the value of the key that waits for one."""
        top.node[top.key] = opened.node
        top.node.places[top.key] = (top.key_place, place)
        top.key = None
        return self._push(opened)

    def _push(self, opened: _Open) -> _Open:
        if len(self._open) > _MOST_DEPTH:
            raise UnusualError
        self._open.append(opened)
        return opened


def _value(number: int, line: str, match: re.Match[str]) -> tuple[Any, Place | None]:
    """What stands behind a key or dash; no place when nothing does."""
    kind = match.lastindex or _INDENT
    start, end = match.span(kind)
    if kind == _WORDS:
        return plain(match[kind]), (number, start, number, end)
    if kind == _KEY:
        return None, None
    if kind == _QUOTED:
        return match[kind][1:-1], (number, start, number, end)
    if kind == _DASH:
        raise UnusualError
    value, end = read_brackets(line, number, start)
    if not _REST.fullmatch(line, end):
        raise UnusualError
    return value, (number, start, number, start + 1)
