"""Values on their way from one place of a file to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.migrate.document import scalar
from codercfg.migrate.edits import line_end, line_start
from codercfg.migrate.removal import is_flow

if TYPE_CHECKING:
    from codercfg.migrate.document import Document
    from codercfg.migrate.nodes import Entry


@dataclass(frozen=True, slots=True)
class Piece:
    """One key of a new item.

    Attributes:
        key: Its name there.
        entry: The entry whose value it takes, or None for a text of ours.
        text: That text.
    """

    key: str
    entry: Entry | None = None
    text: str = ""

    def lead(self, document: Document) -> list[str]:
        """The comments right above the entry."""
        if self.entry is None or is_flow(document, self.entry):
            return []
        return document.comment_texts(document.lead(self.entry), line_start(document.text, self.entry.start))

    def block(self, document: Document, column: int) -> str:
        """Key and value for a block map, without the indentation of its first line."""
        if self.entry is None:
            return f"{self.key}: {scalar(self.text)}"
        return self.key + document.block_value(self.entry, flow=is_flow(document, self.entry), new_column=column)

    def flow(self, document: Document) -> str:
        """Key and value for a place between brackets."""
        value = document.flow_text(self.text) if self.entry is None else document.flow_value(self.entry.value)
        return f"{document.flow_key(self.key)}: {value}"

    def comments(self, document: Document) -> list[str]:
        """All comments that go with the entry; between brackets there is no place for them."""
        if self.entry is None or is_flow(document, self.entry):
            return []
        inside = document.comment_texts(self.entry.start, line_end(document.text, self.entry.end))
        return [*self.lead(document), *inside]


@dataclass(frozen=True, slots=True)
class NewItem:
    """A provider that is added.

    Attributes:
        pieces: Its keys, the type first.
        loose: Comments that go above it.
    """

    pieces: tuple[Piece, ...]
    loose: list[str] = field(default_factory=list)

    def block(self, document: Document, column: int, inner: int) -> str:
        """The lines of an item of a block list.

        Args:
            document: The file.
            column: Column of the dash.
            inner: Column of the keys.
        """
        lines = [" " * column + comment for comment in self.loose]
        for number, piece in enumerate(self.pieces):
            lines += [" " * inner + comment for comment in piece.lead(document)]
            begin = " " * inner if number else " " * column + "-" + " " * (inner - column - 1)
            lines.append(begin + piece.block(document, inner))
        return "".join(f"{line}{document.newline}" for line in lines)

    def flow(self, document: Document) -> str:
        """The item between braces, without its comments."""
        return "{" + ", ".join(piece.flow(document) for piece in self.pieces) + "}"

    def comments(self, document: Document) -> list[str]:
        """All of its comments."""
        return [*self.loose, *(comment for piece in self.pieces for comment in piece.comments(document))]
