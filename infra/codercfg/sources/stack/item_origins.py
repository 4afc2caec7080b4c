"""Where the keys of one item of a list were written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.origin import Origin
    from codercfg.yaml_reader.nodes import Places, YamlList


class ItemOrigins(Mapping[str, "Origin"]):
    """Origins by JSON name, made when they are asked for; the key `""` is the item itself.

    A list may have thousands of items, and only findings ask.
    """

    __slots__ = ("_index", "_list", "_path", "_places")

    def __init__(self, places: Places, written: YamlList, index: int, path: str) -> None:
        """Keep where to look.

        Args:
            places: Of the file.
            written: The list as it was written.
            index: Position of the item.
            path: JSON path of the list.
        """
        self._places = places
        self._list = written
        self._index = index
        self._path = path

    def __getitem__(self, key: str) -> Origin:
        name = f"{self._path}[{self._index}]"
        if key:
            return self._places.of_entry(self._list[self._index], key, f"{name}.{key}")
        return self._places.of_entry(self._list, self._index, name)

    def __contains__(self, key: object) -> bool:
        return key == "" or key in self._list[self._index]

    def __iter__(self) -> Iterator[str]:
        yield ""
        yield from self._list[self._index]

    def __len__(self) -> int:
        return 1 + len(self._list[self._index])
