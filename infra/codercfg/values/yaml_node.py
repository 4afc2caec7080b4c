"""The first document of a YAML text as plain nodes, built from the events of libyaml.

Nothing here recurses: a text of nothing but brackets must not exhaust the stack. Every node knows its line and column, both from 1.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH = 10_000  # of Go's yaml.v3
_ESCAPED_SLASH = re.compile(r'"(?:[^\\]|\\[^/])*+\\/', re.DOTALL)
_LONG_TAG = "tag:yaml.org,2002:"
HELP = "write JSON or YAML; with a blank behind each colon, and in quotes what has : # { } [ ] , & * ! | > % or @ in it"


@dataclass(slots=True, eq=False)
class Scalar:
    """A text, with the tag that was written (`!!int`, `!x`) or `""`, and whether it stood without quotes."""

    value: str
    tag: str
    plain: bool
    line: int = 0
    column: int = 0


@dataclass(slots=True, eq=False)
class Sequence:
    """A list."""

    items: list[Node] = field(default_factory=list)
    line: int = 0
    column: int = 0


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys and values in turn, so that building it is the same as building a list."""

    items: list[Node] = field(default_factory=list)
    line: int = 0
    column: int = 0


@dataclass(slots=True, eq=False)
class Alias:
    """A reference to a node that was named before."""

    name: str
    target: Scalar | Sequence | Mapping
    line: int = 0
    column: int = 0


Node = Scalar | Sequence | Mapping | Alias


class YAMLSyntaxError(ValueParseError):
    """A text that is not YAML.

    Attributes:
        line: Where reading stopped, from 1; 0 when unknown.
        column: From 1; 0 when unknown.
        keys: Of the maps that were open then, outermost first, the last key of each.
    """

    __slots__ = ("column", "keys", "line")

    def __init__(self, line: int, column: int, keys: tuple[str, ...] = ()) -> None:
        super().__init__("the text is not valid YAML", HELP)
        self.keys = keys
        self.line = line
        self.column = column


def compose(text: str) -> Node | None:
    """The root of the first document, None when the text holds none. What follows that document is not read, as in yaml.v3.

    Raises:
        ValueParseError: Not YAML, an unknown anchor, or nested more than 10 000 levels deep.
    """
    import yaml  # slow to load, and most configurations have no such option

    composer = _Composer(text)
    try:
        events = yaml.parse(text.encode("utf-8", "surrogateescape"), Loader=yaml.CBaseLoader)
        root = composer.compose(events)
        with suppress(yaml.parser.ParserError):  # yaml.v3 has read the next word as well, but not its place in a document
            next(events, None)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        # The parser's message quotes the text, so it must not become the reason.
        raise YAMLSyntaxError(*_place(getattr(error, "problem_mark", None)), composer.open_keys()) from None
    return root


class _Composer:
    def __init__(self, text: str) -> None:
        # Positions of libyaml do not count a byte order mark. Slicing is left out where nothing can be found.
        self._text = text.removeprefix("\ufeff") if "\\/" in text else ""
        self._anchors: dict[str, Scalar | Sequence | Mapping] = {}
        self._open: list[Sequence | Mapping] = []
        self._root: Node | None = None

    def compose(self, events: Iterator[Any]) -> Node | None:
        """Read events up to the end of the first document."""
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentEndEvent":
                break
            if kind in {"SequenceEndEvent", "MappingEndEvent"}:
                self._open.pop()
            elif kind not in {"StreamStartEvent", "StreamEndEvent", "DocumentStartEvent"}:
                self._add(self._node(kind, event))
        return self._root

    def open_keys(self) -> tuple[str, ...]:
        """The last key of every map that is still open."""
        keys = [node.items[(len(node.items) - 1) // 2 * 2] for node in self._open if isinstance(node, Mapping) and node.items]
        return tuple(key.value for key in keys if isinstance(key, Scalar))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].items.append(node)
        else:
            self._root = node
        if isinstance(node, Sequence | Mapping):
            self._open.append(node)
            if len(self._open) > _MAX_DEPTH:
                raise ValueParseError("the YAML text is nested too deeply", HELP)

    def _node(self, kind: str, event: Any) -> Node:  # noqa: ANN401  (PyYAML's events have no common type with these attributes)
        if kind == "AliasEvent":
            if event.anchor not in self._anchors:
                raise ValueParseError("the YAML text refers to an anchor that it does not define", HELP)
            return Alias(event.anchor, self._anchors[event.anchor], *_place(event.start_mark))
        node: Scalar | Sequence | Mapping
        if kind == "ScalarEvent":
            self._check_escapes(event)
            node = Scalar(event.value, _short_tag(event.tag), not event.style, *_place(event.start_mark))
        else:
            node = (Sequence if kind == "SequenceStartEvent" else Mapping)([], *_place(event.start_mark))
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _check_escapes(self, event: Any) -> None:  # noqa: ANN401  (as above)
        if self._text and event.style == '"' and _ESCAPED_SLASH.match(self._text, event.start_mark.index, event.end_mark.index):
            raise ValueParseError(
                "the server's YAML reader does not know the escape \\/, which JSON allows", "write / without the backslash"
            )


def _place(mark: Any) -> tuple[int, int]:  # noqa: ANN401  (as above)
    return (0, 0) if mark is None else (mark.line + 1, mark.column + 1)


def _short_tag(tag: str | None) -> str:
    if not tag or tag == "!":
        return ""
    return "!!" + tag.removeprefix(_LONG_TAG) if tag.startswith(_LONG_TAG) else tag
