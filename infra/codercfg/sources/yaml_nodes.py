"""What a YAML file holds: ordinary containers that also know where each of their entries was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from codercfg.diagnostics.origin import Origin


class Mark(Protocol):
    """A position as the parser counts it: from 0, in characters."""

    @property
    def line(self) -> int:
        """Lines above it."""

    @property
    def column(self) -> int:
        """Characters in front of it on its line."""


class Event(Protocol):
    """What a parser event tells about its place."""

    @property
    def start_mark(self) -> Mark:
        """Its first character."""

    @property
    def end_mark(self) -> Mark:
        """Behind its last character."""


class YamlMap(dict[str, Any]):
    """A map; `places` has, by key, the events of the key and of its value."""

    __slots__ = ("places",)
    places: dict[str, tuple[Event, Event]]


class YamlList(list[Any]):
    """A list; `places` has the event of each item."""

    __slots__ = ("places",)
    places: list[Event]


@dataclass(frozen=True, slots=True)
class Places:
    """Turns events into origins of one file."""

    source: str
    file: str | None

    def of_event(self, event: Event, name: str | None = None) -> Origin:
        """The place of a key or value."""
        start, end = event.start_mark, event.end_mark
        end_column = end.column + 1 if end.line == start.line and end.column > start.column else None
        return Origin(self.source, self.file, start.line + 1, start.column + 1, end_column, name)

    def file_origin(self) -> Origin:
        """The file as a whole."""
        return Origin(self.source, self.file)

    def of_key(self, holder: YamlMap, key: str, name: str | None = None) -> Origin:
        """The place of a key."""
        return self.of_event(holder.places[key][0], name)

    def of_entry(self, holder: Any, key: str | int, name: str | None = None) -> Origin:  # noqa: ANN401  (a map or a list)
        """The place of a scalar value; of the key in front of it where the value is a container or nothing."""
        if isinstance(holder, YamlList) and isinstance(key, int):
            return self.of_event(holder.places[key], name)
        value = holder[key]
        behind = not isinstance(value, dict | list) and value is not None
        return self.of_event(holder.places[key][1 if behind else 0], name)
