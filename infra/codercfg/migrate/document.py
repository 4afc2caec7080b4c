"""A stack file that is being rewritten."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.migrate.comments import comments
from codercfg.migrate.edits import CannotEditError, Edit, begins_line, column, line_end, line_number, line_start, newline_of, shifted
from codercfg.migrate.tree import parse

if TYPE_CHECKING:
    from codercfg.migrate.nodes import Entry, Node, Tree

Path = tuple[str, ...]
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9./_-]*|https?://[A-Za-z0-9./_-]+(?::[0-9]+)?[A-Za-z0-9./_-]*")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}\r\n]")


@dataclass(slots=True)
class Document:
    """The text, its tree, and the changes so far.

    Attributes:
        text: As it was read, without a byte order mark.
        tree: Where everything stands.
        comments: Spans of the comments, in order.
        newline: The line break that the file uses.
        edits: Changes to make.
    """

    text: str
    tree: Tree
    comments: list[tuple[int, int]]
    newline: str
    edits: list[Edit] = field(default_factory=list)

    @classmethod
    def read(cls, text: str) -> Document:
        """Take a text apart.

        Raises:
            TreeError: ruamel.yaml cannot read it.
        """
        tree = parse(text)
        return cls(text, tree, comments(text, tree), newline_of(text))

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Note a change."""
        self.edits.append(Edit(start, end, replacement))

    def entry(self, path: Path) -> Entry:
        """The entry at a path.

        Raises:
            CannotEditError: It is not written there, but comes from an anchor.
        """
        entry = self.tree.entry(path)
        if entry is None:
            raise CannotEditError(f"`{'.'.join(path[1:])}` comes from an anchor: write it out in its place, then migrate again")
        return entry

    def comments_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """Spans of the comments that begin between two offsets."""
        return self.comments[bisect_left(self.comments, (start,)) : bisect_left(self.comments, (end,))]

    def comment_texts(self, start: int, end: int) -> list[str]:
        """The comments that begin between two offsets."""
        return [self.text[first:last] for first, last in self.comments_in(start, end)]

    def lead(self, entry: Entry) -> int:
        """Offset of the first of the comment lines right above an entry that stand in its column; of its own line without any."""
        own = column(self.text, entry.start)
        start = line_start(self.text, entry.start)
        while start > 0:
            above = line_start(self.text, start - (2 if self.text.startswith("\r\n", start - 2) else 1))
            line = self.text[above:start].rstrip("\r\n")
            if len(line) - len(line.lstrip(" ")) != own or not self.comments_in(above + own, above + own + 1):
                break
            start = above
        return start

    def refusal(self, offset: int, reason: str) -> CannotEditError:
        """An error that names the line."""
        return CannotEditError(f"line {line_number(self.text, offset)}: {reason}")

    def own_line(self, entry: Entry) -> None:
        """Insist on an entry that begins its line.

        Raises:
            CannotEditError: Something stands in front of it.
        """
        if not begins_line(self.text, entry.start):
            raise self.refusal(entry.start, "the key does not begin its line: put it on a line of its own")

    def behind_colon(self, entry: Entry, *, trailing: bool) -> str:
        """What stands behind the colon of an entry, with the comment behind its value when `trailing`."""
        colon = self.text.index(":", entry.key.end) + 1
        return self.text[colon : line_end(self.text, entry.end) if trailing else entry.end]

    def block_value(self, entry: Entry, *, flow: bool, new_column: int) -> str:
        """The value of an entry for a block map elsewhere, with the colon before it.

        Args:
            entry: Where it is now.
            flow: Whether it stands between brackets now.
            new_column: Column of its new key.
        """
        text = self.behind_colon(entry, trailing=not flow).rstrip(" \t")
        if text[:1] not in {"\r", "\n"}:
            text = " " + text.lstrip(" \t")
        return ":" + shifted(text, new_column - column(self.text, entry.start) if not flow else 0)

    @property
    def is_json(self) -> bool:
        """Whether the file may be JSON, which has to stay JSON."""
        return self.tree.root.flow

    def flow_key(self, key: str) -> str:
        """A key of ours for a place between brackets."""
        return json.dumps(key) if self.is_json else key

    def flow_text(self, text: str) -> str:
        """A text of ours for a place between brackets."""
        return json.dumps(text) if self.is_json else scalar(text)

    def flow_value(self, node: Node) -> str:
        """A value for a place between brackets, without its comments.

        Raises:
            CannotEditError: It stands between brackets already and has comments there.
        """
        if node.flow and self.comments_in(node.start, node.end):
            raise self.refusal(node.start, "a comment stands inside a value that would move between brackets: move it by hand")
        text = self.text[node.start : node.end]
        if node.kind == "scalar":
            quoted = text[:1] in {'"', "'"}
            return json.dumps(node.value) if node.is_block_scalar or (not quoted and _NOT_IN_FLOW.search(text)) else text
        if node.flow or node.kind == "alias":
            return text
        mark = self.text[node.start : node.open_end] + " " if node.open_end > node.start else ""
        if node.kind == "list":
            return mark + "[" + ", ".join(map(self.flow_value, node.items)) + "]"
        pairs = (f"{self.text[entry.key.start : entry.key.end]}: {self.flow_value(entry.value)}" for entry in node.entries)
        return mark + "{" + ", ".join(pairs) + "}"


def scalar(text: str) -> str:
    """A text of ours as YAML, in quotes unless it reads as itself everywhere."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in {"true", "false", "null", "yes", "no"} else json.dumps(text)
