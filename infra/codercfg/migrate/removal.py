"""Takes entries out of maps, and with them the maps that become empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.migrate.edits import begins_line, column, line_end, line_start, next_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.migrate.document import Document, Path
    from codercfg.migrate.nodes import Entry, Node


@dataclass(slots=True)
class Removal:
    """What goes.

    Attributes:
        moved: Entries whose value is written elsewhere; their comments go with them.
        dropped: Entries that go for good, with the comment that takes their place.
        kept: Maps that stay although all of their entries go, because something is added.
        starts: By map, the first offset that was cut out of it.
        loose: Comments of groups that went, by the moved entries in them.
    """

    moved: set[Path]
    dropped: dict[Path, str]
    kept: set[Path] = field(default_factory=set)
    starts: dict[Path, int] = field(default_factory=dict)
    loose: dict[Path, list[str]] = field(default_factory=dict)

    def cut(self, document: Document) -> None:
        """Note the changes.

        Raises:
            CannotEditError: A place cannot be cut without touching others.
        """
        for path in (*self.moved, *self.dropped):
            document.entry(path)
        self._walk(document, document.tree.root, ())

    def _walk(self, document: Document, node: Node, path: Path) -> None:
        gone = [entry for entry in node.entries if self._is_gone(entry.value, (*path, entry.key.value))]
        if gone:
            cut = self._cut_flow if node.flow else self._cut_block
            self.starts[path] = cut(document, node, gone, path)
        cut_out = set(map(id, gone))
        for entry in node.entries:
            if id(entry) not in cut_out and entry.value.kind == "map":
                self._walk(document, entry.value, (*path, entry.key.value))

    def _is_gone(self, node: Node, path: Path) -> bool:
        if path in self.moved or path in self.dropped:
            return True
        return bool(node.entries) and path not in self.kept and all(self._is_gone(e.value, (*path, e.key.value)) for e in node.entries)

    def _leaves(self, entry: Entry, path: Path) -> Iterator[tuple[Path, Entry]]:
        here = (*path, entry.key.value)
        if here in self.moved or here in self.dropped:
            yield here, entry
        else:
            for inner in entry.value.entries:
                yield from self._leaves(inner, here)

    def _cut_block(self, document: Document, _node: Node, gone: list[Entry], path: Path) -> int:
        first = None
        for entry in gone:
            document.own_line(entry)
            leaves = list(self._leaves(entry, path))
            moves = [here for here, _leaf in leaves if here in self.moved]
            start = document.lead(entry) if moves else line_start(document.text, entry.start)
            end = next_line(document.text, entry.end)
            loose = self._loose(document, start, end, leaves)
            if moves:
                self.loose.setdefault(moves[0], []).extend(loose)
            lines = [self.dropped[here] for here, _leaf in leaves if here in self.dropped]
            indent = " " * column(document.text, entry.start)
            document.replace(start, end, "".join(f"{indent}{line}{document.newline}" for line in [*([] if moves else loose), *lines]))
            first = start if first is None else min(first, start)
        return first or 0

    def _loose(self, document: Document, start: int, end: int, leaves: list[tuple[Path, Entry]]) -> list[str]:
        """Comments of a region that do not go with a moved entry."""
        taken: set[tuple[int, int]] = set()
        for path, leaf in leaves:
            if path in self.moved and not is_flow(document, leaf):
                taken.update(document.comments_in(max(document.lead(leaf), start), line_end(document.text, leaf.end)))
        return [document.text[first:last] for first, last in document.comments_in(start, end) if (first, last) not in taken]

    def _cut_flow(self, document: Document, node: Node, gone: list[Entry], path: Path) -> int:
        entries, cut_out = node.entries, set(map(id, gone))
        last_kept = max((number for number, entry in enumerate(entries) if id(entry) not in cut_out), default=None)
        for number, entry in enumerate(entries):
            if id(entry) not in cut_out or (last_kept is None and number > 0):
                continue
            start, end = entry.start, entry.end
            if last_kept is None:
                end = entries[-1].end
            elif number < last_kept:
                end = entries[number + 1].start
            else:
                start = entries[number - 1].end
            if document.comments_in(start, end):
                raise document.refusal(start, "a comment stands between brackets beside what has to go: move it to a line above")
            document.replace(start, end, "")
        for entry in gone:
            for here, _leaf in self._leaves(entry, path):
                if here in self.dropped:
                    note_above(document, path, self.dropped[here])
        return gone[0].start


def is_flow(document: Document, leaf: Entry) -> bool:
    """Whether an entry stands between brackets, where lines do not belong to entries."""
    return not begins_line(document.text, leaf.start)


def note_above(document: Document, path: Path, comment: str) -> bool:
    """Put a comment above the innermost entry on a way that begins its line; false when there is none."""
    for entry in reversed(document.tree.way(path)):
        if not is_flow(document, entry):
            start = line_start(document.text, entry.start)
            document.replace(start, start, f"{' ' * column(document.text, entry.start)}{comment}{document.newline}")
            return True
    return False
