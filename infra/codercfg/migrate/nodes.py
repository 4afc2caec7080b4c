"""A YAML text as a tree of spans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True, eq=False)
class Node:
    """A value.

    Attributes:
        kind: What it is.
        start: Offset of its first character, anchor and tag included.
        end: Offset behind its last character; white space and comments behind it are no part of it.
        open_end: Offset behind the bracket that opens it, or behind the anchor of a block.
        flow: Whether it is written with brackets, or stands in such a value.
        value: Text of a scalar, name of an alias.
        is_block_scalar: Whether it is text behind `|` or `>`.
        entries: Of a map.
        items: Of a list.
    """

    kind: Literal["scalar", "alias", "map", "list"]
    start: int
    end: int
    open_end: int
    flow: bool = False
    value: str = ""
    is_block_scalar: bool = False
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    _by_key: dict[str, Entry] = field(default_factory=dict, repr=False)

    def entry(self, key: str) -> Entry | None:
        """The entry of a key that is written here; one that `<<` adds is none."""
        if len(self._by_key) < len(self.entries):
            self._by_key = {entry.key.value: entry for entry in self.entries}
        return self._by_key.get(key)

    def children(self) -> list[tuple[int, int]]:
        """Spans of the entries or items."""
        return [(entry.start, entry.end) for entry in self.entries] or [(item.start, item.end) for item in self.items]


@dataclass(slots=True, eq=False)
class Entry:
    """A key and its value."""

    key: Node
    value: Node

    @property
    def start(self) -> int:
        """Offset of the key."""
        return self.key.start

    @property
    def end(self) -> int:
        """Offset behind the value; behind the colon when there is none."""
        return max(self.value.end, self.key.end + 1)


@dataclass(slots=True)
class Tree:
    """The first document of a text.

    Attributes:
        root: Its value.
        tokens: Spans of everything that is no comment, white space or punctuation, in order.
    """

    root: Node
    tokens: list[tuple[int, int]]

    def entry(self, path: tuple[str, ...]) -> Entry | None:
        """The entry at a path of keys, or None when it is not written as such."""
        way = self.way(path)
        return way[-1] if way else None

    def way(self, path: tuple[str, ...]) -> list[Entry]:
        """The entries on the way to a path, outermost first; empty when one of them is not written."""
        node, found = self.root, []
        for key in path:
            entry = node.entry(key)
            if entry is None:
                return []
            found.append(entry)
            node = entry.value
        return found
