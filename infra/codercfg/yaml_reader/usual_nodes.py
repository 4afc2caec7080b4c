"""The maps and lists of the usual form that may get further lines; see `usual`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.yaml_reader.nodes import YamlList, YamlMap
from codercfg.yaml_reader.usual_values import UnusualError

if TYPE_CHECKING:
    from codercfg.yaml_reader.nodes import Place

_MOST_DEPTH = 40


class OpenNodes:
    """Those of one text, from the outermost to the innermost.

    Attributes:
        root: The outermost map.
        waiting: A key of the innermost map whose value further lines have, or None; `waiting_at` is its place.
    """

    __slots__ = ("_open", "root", "waiting", "waiting_at")

    def __init__(self) -> None:
        self.root = YamlMap()
        self.root.places = {}
        self.waiting: str | None = None
        self.waiting_at: Place = (0, 0, 0, 0)
        self._open: list[tuple[Any, int]] = [(self.root, 0)]  # with the column of its keys or dashes

    def at(self, number: int, column: int, dash: str, key: str) -> Any:  # noqa: ANN401  (a `YamlMap` or `YamlList`)
        """The map or list that gets what a line holds.

        Args:
            number: Of the line.
            column: Where its dash stands, or else its key.
            dash: The dash and the blanks behind it, or nothing.
            key: Its key, or nothing.

        Raises:
            UnusualError: None has its entries there.
        """
        node = self._closed_to(column, dash) if self.waiting is None else self._begun(number, column, dash)
        if not dash or not key:
            return node
        column += len(dash)
        item = YamlMap()
        item.places = {}
        node.append(item)
        node.places.append((number, column, number, column))
        self._push(item, column)
        return item

    def _closed_to(self, column: int, dash: str) -> Any:  # noqa: ANN401
        """The innermost node that a line in `column` does not end."""
        node, own = self._open[-1]
        while own > column or (own == column and not dash and type(node) is YamlList):
            self._open.pop()
            node, own = self._open[-1]
        if own != column or (dash and type(node) is not YamlList):
            raise UnusualError
        return node

    def _begun(self, number: int, column: int, dash: str) -> Any:  # noqa: ANN401
        """A new node, which is the value of the key that waits for one."""
        holder, own = self._open[-1]
        if column < own or (column == own and not dash):
            raise UnusualError
        node: Any
        if dash:
            node, width = YamlList(), int(column == own)  # the parser gives a list in the column of its key the place of its first dash
            node.places = []
        else:
            node, width = YamlMap(), 0
            node.places = {}
        holder[self.waiting] = node
        holder.places[self.waiting] = (*self.waiting_at, number, column, number, column + width)
        self.waiting = None
        self._push(node, column)
        return node

    def _push(self, node: Any, column: int) -> None:  # noqa: ANN401
        if len(self._open) > _MOST_DEPTH:
            raise UnusualError
        self._open.append((node, column))
