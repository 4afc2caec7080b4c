"""Adds providers to the list, or to the indexed variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.migrate.edits import column, next_line
from codercfg.migrate.removal import note_above

if TYPE_CHECKING:
    from codercfg.migrate.document import Document, Path
    from codercfg.migrate.nodes import Entry, Node
    from codercfg.migrate.pieces import NewItem, Piece
    from codercfg.migrate.removal import Removal

_STEP = 2


def add_to_list(document: Document, bridge: Path, items: list[NewItem], removal: Removal) -> None:
    """Put items in front of `providers` of the map at `bridge`: the server lists the older options first.

    Raises:
        CannotEditError: The list is written so that nothing can be added.
    """
    holder = document.entry(bridge)
    entry = holder.value.entry("providers")
    if entry is None:
        _new_list(document, holder, bridge, items, removal)
    elif entry.value.kind != "list":
        raise document.refusal(entry.start, "the list comes from an anchor: write it out in its place, then migrate again")
    elif entry.value.flow:
        behind = ", " if entry.value.items else ""
        text = ", ".join(item.flow(document) for item in items)
        _comments_above(document, (*bridge, "providers"), [comment for item in items for comment in item.comments(document)])
        document.replace(entry.value.open_end, entry.value.open_end, text + behind)
    else:
        _before_first(document, entry, items)


def _comments_above(document: Document, path: Path, texts: list[str]) -> None:
    """Keep comments of what moves between brackets, on the lines above."""
    for text in texts:
        if not note_above(document, path, text):
            raise document.refusal(document.entry(path).start, "a comment has no place in a file of brackets: remove it")


def _before_first(document: Document, entry: Entry, items: list[NewItem]) -> None:
    dash, inner = _columns(document, entry)
    start = next_line(document.text, entry.key.end)
    document.replace(start, start, "".join(item.block(document, dash, inner) for item in items))


def _columns(document: Document, entry: Entry) -> tuple[int, int]:
    """Columns of the dashes and of the keys of a block list, as its first item has them."""
    first = entry.value.items[0]
    dash = _dash(document, entry, first)
    own, inner = column(document.text, dash), column(document.text, first.start)
    if first.kind != "map" or first.flow or inner <= own:
        inner = own + _STEP
    return own, inner


def _dash(document: Document, entry: Entry, first: Node) -> int:
    spans = document.comments_in(entry.key.end, first.start)
    places = [place for place in range(entry.key.end, first.start) if document.text[place] == "-"]
    return next(place for place in places if not any(start <= place < end for start, end in spans))


def _new_list(document: Document, holder: Entry, bridge: Path, items: list[NewItem], removal: Removal) -> None:
    node = holder.value
    if node.flow:
        _comments_above(document, bridge, [comment for item in items for comment in item.comments(document)])
        _add_flow(
            document,
            node,
            f"{document.flow_key('providers')}: [{', '.join(item.flow(document) for item in items)}]",
            all_gone=bridge in removal.starts,
        )
        return
    own = column(document.text, node.entries[0].start)
    dash = own + max(own - column(document.text, holder.start), 1)
    text = "".join(item.block(document, dash, dash + _STEP) for item in items)
    start = removal.starts.get(bridge)
    if start is None:
        start = end_of_block(document, node)
    document.replace(start, start, f"{' ' * own}providers:{document.newline}{text}")


def _add_flow(document: Document, node: Node, text: str, *, all_gone: bool) -> None:
    """Add an entry at the end of a map between braces, of which the last ones may go."""
    removed = [
        (edit.start, edit.end) for edit in document.edits if all_gone and not edit.replacement and node.open_end <= edit.start < node.end
    ]
    kept = [entry for entry in node.entries if not any(start <= entry.start < end for start, end in removed)]
    if kept:
        document.replace(kept[-1].end, kept[-1].end, f", {text}")
    else:
        place = removed[0][0] if removed else node.open_end
        document.replace(place, place, text)


def end_of_block(document: Document, node: Node) -> int:
    """Offset behind the last line of a block map, with a line break added where the file ends without one."""
    start = next_line(document.text, node.end)
    if start == len(document.text) and not document.text.endswith(("\n", "\r")):
        document.replace(start, start, document.newline)
    return start


def add_variables(document: Document, section: Path, pieces: list[tuple[Piece, list[str]]], removal: Removal, after: str) -> None:
    """Add variables to `coder:env`.

    Args:
        document: The file.
        section: Path of the section.
        pieces: Variables, each with comments that go above it.
        removal: What was cut out; the first cut is where they go.
        after: Without a cut, they go behind the last variable with this prefix.

    Raises:
        CannotEditError: Comments would be lost between brackets.
    """
    holder = document.entry(section)
    node = holder.value
    if node.flow:
        _comments_above(document, section, [comment for piece, loose in pieces for comment in (*loose, *piece.comments(document))])
        text = ", ".join(piece.flow(document) for piece, _loose in pieces)
        _add_flow(document, node, text, all_gone=section in removal.starts)
        return
    own = column(document.text, node.entries[0].start)
    lines = [" " * own + line for piece, loose in pieces for line in (*loose, *piece.lead(document), piece.block(document, own))]
    place = removal.starts.get(section)
    if place is None:
        family = [entry for entry in node.entries if entry.key.value.upper().startswith(after)]
        place = next_line(document.text, family[-1].end) if family else end_of_block(document, node)
    document.replace(place, place, "".join(f"{line}{document.newline}" for line in lines))
