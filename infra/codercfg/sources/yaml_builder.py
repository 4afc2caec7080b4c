"""Builds containers from YAML events, without recursion and without a second pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codercfg.sources.yaml_keys import MERGE, key_of
from codercfg.sources.yaml_nodes import YamlList, YamlMap
from codercfg.sources.yaml_problem import YamlProblem
from codercfg.sources.yaml_scalars import DATE, Odd, resolve
from codercfg.sources.yaml_tags import tagged

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.sources.yaml_nodes import Place

_OPEN: Final = object()  # the anchor of a container that is still being read
_CONTAINER_TAGS = (None, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class _Frame:
    """A container that is being read."""

    __slots__ = ("anchor", "is_list", "key", "key_place", "merge", "node", "place", "size")

    def __init__(self, node: Any, place: Place, anchor: str | None) -> None:  # noqa: ANN401  (a `YamlMap` or `YamlList`)
        self.node = node
        self.is_list = isinstance(node, YamlList)
        self.place = place
        self.anchor = anchor
        self.key: str | None = None
        self.key_place: Place = place
        self.merge: Any = None
        self.size = 1


class Builder:
    """Takes the events of one stream; each handler says whether there is more to read.

    Attributes:
        root: The first document, once it has ended.
        empty: Whether the stream holds no document.
        problems: What is wrong and did not end reading.
    """

    def __init__(self, most_depth: int, most_nodes: int) -> None:
        """Start with nothing read."""
        self.root: Any = None
        self.empty = True
        self.problems: list[YamlProblem] = []
        self._most_depth = most_depth
        self._most_nodes = most_nodes
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}

    def handlers(self) -> dict[str, Callable[[Any], bool]]:
        """By name of PyYAML's event class, the method that takes such an event."""
        return {
            "StreamStartEvent": _more,
            "DocumentStartEvent": self._document,
            "ScalarEvent": self._scalar,
            "AliasEvent": self._alias,
            "MappingStartEvent": self._start_map,
            "MappingEndEvent": self._end,
            "SequenceStartEvent": self._start_list,
            "SequenceEndEvent": self._end,
            "DocumentEndEvent": _more,
            "StreamEndEvent": _no_more,
        }

    def _document(self, event: Any) -> bool:  # noqa: ANN401  (PyYAML's events are untyped, here and below)
        if not self.empty:
            self.problems.append(YamlProblem("several-documents", place=place_of(event)))
            return False
        self.empty = False
        return True

    def _scalar(self, event: Any) -> bool:  # noqa: ANN401
        value = event.value if event.style else resolve(event.value)
        place = place_of(event)
        if event.tag is not None:
            value = tagged(event, place)
        elif type(value) is Odd:
            self.problems.append(YamlProblem("date" if value.what is DATE else "odd-number", place=place))
            value = value.value
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        self._put(value, place, 1, is_plain=not event.style)
        return True

    def _alias(self, event: Any) -> bool:  # noqa: ANN401
        value, size = self._anchors.get(event.anchor, (None, 0))
        place = place_of(event)
        if value is _OPEN:
            raise YamlProblem("alias-of-itself", place=place)
        if not size:
            raise YamlProblem("alias-without-anchor", place=place)
        self._put(value, place, size)
        return True

    def _start_map(self, event: Any) -> bool:  # noqa: ANN401
        node = YamlMap()
        node.places = {}
        return self._start(node, event)

    def _start_list(self, event: Any) -> bool:  # noqa: ANN401
        node = YamlList()
        node.places = []
        return self._start(node, event)

    def _start(self, node: YamlMap | YamlList, event: Any) -> bool:  # noqa: ANN401
        place = place_of(event)
        if event.tag not in _CONTAINER_TAGS:
            raise YamlProblem("tag", place=place)
        if len(self._stack) >= self._most_depth:
            raise YamlProblem("too-deep", place=place)
        if self._stack and not self._stack[-1].is_list and self._stack[-1].key is None:
            raise YamlProblem("key-type", place=place)
        if event.anchor is not None:
            self._anchors[event.anchor] = (_OPEN, 1)
        self._stack.append(_Frame(node, place, event.anchor))
        return True

    def _end(self, _event: Any) -> bool:  # noqa: ANN401
        frame = self._stack.pop()
        if frame.merge is not None:
            _merge(frame)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.node, frame.size)
        self._put(frame.node, frame.place, frame.size)
        return True

    def _put(self, value: Any, place: Place, size: int, *, is_plain: bool = False) -> None:  # noqa: ANN401
        """Add a complete value, or a key, to the innermost container."""
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.size > self._most_nodes:  # counted with aliases expanded: a few lines of them can stand for billions of values
            raise YamlProblem("too-many-values", place=place)
        if frame.is_list:
            frame.node.append(value)
            frame.node.places.append(place)
        elif frame.key is None:
            usual = type(value) is str and value != "<<"
            frame.key, frame.key_place = value if usual else key_of(value, place, self.problems, is_plain=is_plain), place
        elif frame.key in frame.node or frame.key == MERGE:
            self._repeated(frame, value)
        else:
            frame.node[frame.key] = value
            frame.node.places[frame.key] = (frame.key_place, place)
            frame.key = None

    def _repeated(self, frame: _Frame, value: Any) -> None:  # noqa: ANN401
        """A key that is there already, or `<<`, which may be there once."""
        key, frame.key = frame.key, None
        if key == MERGE and frame.merge is None:
            frame.merge = (value, frame.key_place)
            return
        first = frame.merge[1] if key == MERGE else frame.node.places[key][0]
        self.problems.append(YamlProblem("duplicate-key", "<<" if key == MERGE else str(key), frame.key_place, first))


def place_of(event: Any) -> Place:  # noqa: ANN401
    """Where an event stands."""
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)


def _merge(frame: _Frame) -> None:
    """Add the entries of `<<`: those of the map itself win, then earlier ones of a list of maps."""
    merged, place = frame.merge
    for source in merged if isinstance(merged, YamlList) else (merged,):
        if not isinstance(source, YamlMap):
            raise YamlProblem("merge-of-no-map", place=place)
        for key, value in source.items():
            if key not in frame.node:
                frame.node[key] = value
                frame.node.places[key] = source.places[key]


def _more(_event: Any) -> bool:  # noqa: ANN401
    return True


def _no_more(_event: Any) -> bool:  # noqa: ANN401
    return False
