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

_OPEN: Final = object()  # the anchor of a container that is still being read


class _Frame:
    """A container that is being read."""

    __slots__ = ("anchor", "event", "key", "key_event", "merge", "node", "size")

    def __init__(self, node: YamlMap | YamlList, event: Any) -> None:  # noqa: ANN401  (PyYAML's events are untyped)
        self.node = node
        self.event = event
        self.anchor: str | None = event.anchor
        self.key: str | None = None
        self.key_event: Any = None
        self.merge: Any = None
        self.size = 1


class Builder:
    """Takes the events of one stream.

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

    def take(self, event: Any) -> bool:  # noqa: ANN401  (PyYAML's events are untyped)
        """Take one event; false when there is nothing more to read."""
        handler = _HANDLERS.get(type(event).__name__)
        return True if handler is None else handler(self, event)

    def _document(self, event: Any) -> bool:  # noqa: ANN401
        if not self.empty:
            self.problems.append(YamlProblem("several-documents", event=event))
            return False
        self.empty = False
        return True

    def _end_of_stream(self, _event: Any) -> bool:  # noqa: ANN401
        return False

    def _scalar(self, event: Any) -> bool:  # noqa: ANN401
        value = event.value if event.style else resolve(event.value)
        if event.tag is not None:
            value = tagged(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        self._put(value, event, 1)
        return True

    def _alias(self, event: Any) -> bool:  # noqa: ANN401
        value, size = self._anchors.get(event.anchor, (None, 0))
        if value is _OPEN:
            raise YamlProblem("alias-of-itself", event=event)
        if not size:
            raise YamlProblem("alias-without-anchor", event=event)
        self._put(value, event, size)
        return True

    def _start_map(self, event: Any) -> bool:  # noqa: ANN401
        node = YamlMap()
        node.places = {}
        return self._start(_Frame(node, event))

    def _start_list(self, event: Any) -> bool:  # noqa: ANN401
        node = YamlList()
        node.places = []
        return self._start(_Frame(node, event))

    def _start(self, frame: _Frame) -> bool:
        event = frame.event
        if event.tag not in _CONTAINER_TAGS:
            raise YamlProblem("tag", event=event)
        if len(self._stack) >= self._most_depth:
            raise YamlProblem("too-deep", event=event)
        if self._stack and isinstance(self._stack[-1].node, YamlMap) and self._stack[-1].key is None:
            raise YamlProblem("key-type", event=event)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (_OPEN, 1)
        self._stack.append(frame)
        return True

    def _end(self, _event: Any) -> bool:  # noqa: ANN401
        frame = self._stack.pop()
        if frame.merge is not None:
            self._merge(frame)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.node, frame.size)
        self._put(frame.node, frame.event, frame.size)
        return True

    def _put(self, value: Any, event: Any, size: int) -> None:  # noqa: ANN401
        """Add a complete value, or a key, to the innermost container."""
        if not self._stack:
            self.root = self._plain(value, event)
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.size > self._most_nodes:  # counted with aliases expanded: a few lines of them can stand for billions of values
            raise YamlProblem("too-many-values", event=event)
        if isinstance(frame.node, YamlList):
            frame.node.append(self._plain(value, event))
            frame.node.places.append(event)
        elif frame.key is None:
            frame.key, frame.key_event = key_of(value, event, self.problems), event
        else:
            self._set(frame, self._plain(value, event), event)
            frame.key = None

    def _set(self, frame: _Frame, value: Any, event: Any) -> None:  # noqa: ANN401
        node, key = frame.node, frame.key
        if not isinstance(node, YamlMap) or key is None:
            return
        if key == MERGE and frame.merge is None:
            frame.merge = (value, frame.key_event)
        elif key == MERGE or key in node:
            first = frame.merge[1] if key == MERGE else node.places[key][0]
            self.problems.append(YamlProblem("duplicate-key", key.removeprefix("\0"), frame.key_event, first))
        else:
            node[key] = value
            node.places[key] = (frame.key_event, event)

    def _plain(self, value: Any, event: Any) -> Any:  # noqa: ANN401
        if type(value) is not Odd:
            return value
        self.problems.append(YamlProblem("date" if value.what is DATE else "odd-number", event=event))
        return value.value

    def _merge(self, frame: _Frame) -> None:
        """Add the entries of `<<`: those of the map itself win, then earlier ones of a list of maps."""
        node, (merged, event) = frame.node, frame.merge
        for source in merged if isinstance(merged, YamlList) else (merged,):
            if not isinstance(source, YamlMap) or not isinstance(node, YamlMap):
                raise YamlProblem("merge-of-no-map", event=event)
            for key, value in source.items():
                if key not in node:
                    node[key] = value
                    node.places[key] = source.places[key]


_CONTAINER_TAGS = (None, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_HANDLERS: dict[str, Callable[[Builder, Any], bool]] = {
    "ScalarEvent": Builder._scalar,  # noqa: SLF001  (own methods)
    "AliasEvent": Builder._alias,  # noqa: SLF001
    "MappingStartEvent": Builder._start_map,  # noqa: SLF001
    "MappingEndEvent": Builder._end,  # noqa: SLF001
    "SequenceStartEvent": Builder._start_list,  # noqa: SLF001
    "SequenceEndEvent": Builder._end,  # noqa: SLF001
    "DocumentStartEvent": Builder._document,  # noqa: SLF001
    "StreamEndEvent": Builder._end_of_stream,  # noqa: SLF001
}
