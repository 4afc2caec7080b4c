"""A YAML container while it is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.yaml_reader.nodes import YamlList, YamlMap
from codercfg.yaml_reader.problem import YamlProblem

if TYPE_CHECKING:
    from codercfg.yaml_reader.nodes import Place


class Frame:
    """A container that is being read."""

    __slots__ = ("anchor", "is_flow", "is_list", "key", "key_place", "merge", "node", "place", "size")

    def __init__(self, node: Any, place: Place, event: Any) -> None:  # noqa: ANN401  (a `YamlMap` or `YamlList`; PyYAML's event)
        self.node = node
        self.is_list = isinstance(node, YamlList)
        self.is_flow = event.flow_style
        self.place = place
        self.anchor: str | None = event.anchor
        self.key: str | None = None
        self.key_place: Place = place
        self.merge: Any = None
        self.size = 1


def merge(frame: Frame) -> None:
    """Add the entries of `<<`: those of the map itself win, then earlier ones of a list of maps."""
    merged, place = frame.merge
    for source in merged if isinstance(merged, YamlList) else (merged,):
        if not isinstance(source, YamlMap):
            raise YamlProblem("merge-of-no-map", place=place)
        for key, value in source.items():
            if key not in frame.node:
                frame.node[key] = value
                frame.node.places[key] = source.places[key]
