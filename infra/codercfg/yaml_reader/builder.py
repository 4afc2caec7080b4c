"""Builds containers from YAML events, without recursion and without a second pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from codercfg.yaml_reader.frame import Frame, merge
from codercfg.yaml_reader.keys import MERGE, key_of
from codercfg.yaml_reader.nodes import YamlList, YamlMap
from codercfg.yaml_reader.problem import YamlProblem
from codercfg.yaml_reader.scalars import WORDS, Odd, resolve
from codercfg.yaml_reader.tags import tagged

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.yaml_reader.nodes import Place

_SLASH = re.compile(r"(?<!\\)(?:\\\\)*\\/")  # JSON's escape, which libyaml reads and yaml.v3 refuses
MERGE_KEY = "<<"
_CONTAINER_TAGS = (None, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class Builder:
    """Takes the events of one stream; each handler says whether there is more to read.

    Attributes:
        root: The first document, once it has ended.
        empty: Whether the stream holds no document.
        problems: What is wrong and did not end reading.
    """

    def __init__(self, text: str, most_depth: int, most_nodes: int) -> None:
        """Start with nothing read."""
        self._slashes = text if "\\/" in text else None
        self.root: Any = None
        self.empty = True
        self.problems: list[YamlProblem] = []
        self._most_depth = most_depth
        self._most_nodes = most_nodes
        self._stack: list[Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}

    def handlers(self) -> dict[type, Callable[[Any], bool]]:
        """By PyYAML's class of an event, the method that takes such an event."""
        from yaml import events

        return {
            events.StreamStartEvent: _more,
            events.DocumentStartEvent: self._document,
            events.ScalarEvent: self._scalar,
            events.AliasEvent: self._alias,
            events.MappingStartEvent: self._start_map,
            events.MappingEndEvent: self._end,
            events.SequenceStartEvent: self._start_list,
            events.SequenceEndEvent: self._end,
            events.DocumentEndEvent: _more,
            events.StreamEndEvent: _no_more,
        }

    def _document(self, event: Any) -> bool:  # noqa: ANN401  (PyYAML's events are untyped, here and below)
        if not self.empty:
            self.problems.append(YamlProblem("several-documents", place=place_of(event)))
            return False
        if event.version not in (None, (1, 1)):  # yaml.v3 knows no other, though it reads much of YAML 1.2
            raise YamlProblem("version", place=place_of(event))
        self.empty = False
        return True

    def _scalar(self, event: Any) -> bool:  # noqa: ANN401
        # Two of three events come here: what is usual is written out instead of called, which halves the time of reading.
        start, end = event.start_mark, event.end_mark
        place = (start.line, start.column, end.line, end.column)
        if event.tag is not None:
            value = tagged(event, place)
        elif event.style:
            value = self._quoted(event, place)
        elif event.value[:1].isalpha() and event.value not in WORDS and "?" not in event.value:
            value = event.value
        else:
            value = self._plain(event.value, place)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        frame = self._stack[-1] if self._stack else None
        if frame is None or frame.is_list or frame.size >= self._most_nodes:
            self._put(value, place, 1)
        elif frame.key is None and type(value) is str and value != MERGE_KEY:
            frame.size += 1
            frame.key, frame.key_place = value, place
        elif frame.key is None or frame.key in frame.node or frame.key == MERGE:
            self._put(value, place, 1)
        else:
            frame.size += 1
            frame.node[frame.key] = value
            frame.node.places[frame.key] = (*frame.key_place, *place)
            frame.key = None
        return True

    def _quoted(self, event: Any, place: Place) -> str:  # noqa: ANN401
        if self._slashes is not None and event.style == '"' and _SLASH.search(self._slashes, *_extent(event)):
            self.problems.append(YamlProblem("slash-escape", place=place))
        text: str = event.value
        # Pulumi writes the file anew before it reads values from it, and yaml.v3 loses a leading line break on the way.
        return text[1:] if text[:1] == "\n" else text

    def _plain(self, text: str, place: Place) -> Any:  # noqa: ANN401  (a scalar of any type)
        if "?" in text and self._stack and self._stack[-1].is_flow:
            self.problems.append(YamlProblem("question-mark", place=place))
        value = resolve(text)
        if type(value) is not Odd:
            return value
        self.problems.append(YamlProblem(value.what, place=place))
        return value.value

    def _alias(self, event: Any) -> bool:  # noqa: ANN401
        value, size = self._anchors.get(event.anchor, (None, 0))
        place = place_of(event)
        if isinstance(value, Frame):
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
        frame = Frame(node, place, event)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame, 1)
        self._stack.append(frame)
        return True

    def _end(self, _event: Any) -> bool:  # noqa: ANN401
        frame = self._stack.pop()
        if frame.merge is not None:
            merge(frame)
        if frame.anchor is not None and self._anchors[frame.anchor][0] is frame:  # else the name was given away inside
            self._anchors[frame.anchor] = (frame.node, frame.size)
        self._put(frame.node, frame.place, frame.size)
        return True

    def _put(self, value: Any, place: Place, size: int) -> None:  # noqa: ANN401
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
            frame.key_place = place
            frame.key = value if type(value) is str and value != MERGE_KEY else key_of(value, place, self.problems, len(self._stack))
        elif frame.key in frame.node or frame.key == MERGE:
            self._repeated(frame, value)
        else:
            frame.node[frame.key] = value
            frame.node.places[frame.key] = (*frame.key_place, *place)
            frame.key = None

    def _repeated(self, frame: Frame, value: Any) -> None:  # noqa: ANN401
        """A key that is there already, or `<<`, which may be there once."""
        key, frame.key = frame.key, None
        if key == MERGE and frame.merge is None:
            frame.merge = (value, frame.key_place)
            return
        first = frame.merge[1] if key == MERGE else frame.node.place_of_key(key)
        self.problems.append(YamlProblem("duplicate-key", "<<" if key == MERGE else str(key), frame.key_place, first))


def place_of(event: Any) -> Place:  # noqa: ANN401
    """Where an event stands."""
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)


def _extent(event: Any) -> tuple[int, int]:  # noqa: ANN401
    return (event.start_mark.index, event.end_mark.index)


def _more(_event: Any) -> bool:  # noqa: ANN401
    return True


def _no_more(_event: Any) -> bool:  # noqa: ANN401
    return False
