"""What a YAML file holds: ordinary containers that also know where each of their entries was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from codercfg.diagnostics.origin import Origin

Place = tuple[int, int, int, int]
"""First line and column, last line, and the column behind the end; counted from 0, in characters.

Plain numbers, for a parser's own event with its two marks takes a kilobyte and time of the garbage collector.
"""


EntryPlace = tuple[int, int, int, int, int, int, int, int]
"""The place of a key and then that of its value: one tuple, for the garbage collector looks at each of a thousand entries."""


class YamlMap(dict[str, Any]):
    """A map; `places` has, by key, the places of the key and of its value."""

    __slots__ = ("places",)
    places: dict[str, EntryPlace]

    def place_of_key(self, key: str) -> Place:
        """Where a key stands."""
        return self.places[key][:4]

    def place_of_value(self, key: str) -> Place:
        """Where the value of a key stands."""
        return self.places[key][4:]


class YamlList(list[Any]):
    """A list; `places` has the place of each item."""

    __slots__ = ("places",)
    places: list[Place]


@dataclass(frozen=True, slots=True)
class Places:
    """Turns places into origins of one file."""

    source: str
    file: str | None

    def of(self, place: Place, name: str | None = None) -> Origin:
        """The origin of a key or value."""
        line, column, end_line, end_column = place
        return Origin(
            self.source, self.file, line + 1, column + 1, end_column + 1 if end_line == line and end_column > column else None, name
        )

    def file_origin(self) -> Origin:
        """The file as a whole."""
        return Origin(self.source, self.file)

    def of_key(self, holder: YamlMap, key: str, name: str | None = None) -> Origin:
        """The origin of a key."""
        return self.of(holder.place_of_key(key), name)

    def of_entry(self, holder: Any, key: str | int, name: str | None = None) -> Origin:  # noqa: ANN401  (a map or a list)
        """The origin of a scalar value; of the key in front of it where the value is a container or nothing."""
        if isinstance(key, int):
            return self.of(holder.places[key], name)
        value = holder[key]
        behind = value is not None and not isinstance(value, (dict, list))  # a union is slower, and this is asked for every value
        return self.of(holder.place_of_value(key) if behind else holder.place_of_key(key), name)
