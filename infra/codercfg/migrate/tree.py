"""Reads a YAML text into a tree of spans, so that a change can leave every other byte as it is.

ruamel.yaml reads the text; its round trip keeps comments but not odd indentation, line ends and the folding of long lines, so it is not
asked to write.
"""

from __future__ import annotations

import re
from typing import Any, Final, Literal

from codercfg.migrate.nodes import Entry, Node, Tree

_BLOCK_SCALARS: Final = ("|", ">")
_ANCHOR_AND_TAG: Final = re.compile(r"[&!]\S*(?:[ \t]+[&!]\S*)*")


class TreeError(Exception):
    """The text is YAML that ruamel.yaml does not read; the message says what it stumbled over."""


def parse(text: str) -> Tree:
    """The tree of the first document.

    Raises:
        TreeError: ruamel.yaml cannot read the text.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    builder = _Builder(text)
    try:
        for event in YAML(pure=True).parse(text):
            if builder.add(event):
                break
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark is not None else ""
        raise TreeError(f"{place}{getattr(error, 'problem', None) or 'this is no YAML'}") from None
    if builder.root is None:
        raise TreeError("there is no document")
    return Tree(builder.root, builder.tokens)


class _Builder:
    def __init__(self, text: str) -> None:
        self.root: Node | None = None
        self.tokens: list[tuple[int, int]] = []
        self._text = text
        self._stack: list[Node] = []
        self._keys: list[Node | None] = []

    def add(self, event: Any) -> bool:  # noqa: ANN401  (ruamel's events are untyped)
        """Take one event; true once the first document has ended."""
        name = type(event).__name__
        start, end = event.start_mark.index, event.end_mark.index
        if name in {"MappingStartEvent", "SequenceStartEvent"}:
            kind: Literal["map", "list"] = "map" if name == "MappingStartEvent" else "list"
            self._stack.append(Node(kind, start, end, end, flow=bool(event.flow_style)))
            self._keys.append(None)
            if not event.flow_style:  # ruamel lets the start of an anchored block reach to its first key, over comments
                marks = _ANCHOR_AND_TAG.match(self._text, start) if event.anchor or event.tag else None
                self._stack[-1].open_end = end = marks.end() if marks is not None else start
            if end > start:
                self.tokens.append((start, end))
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            self._close(end)
        elif name in {"ScalarEvent", "AliasEvent"}:
            self._leaf(event, start, end)
        return name == "DocumentEndEvent"

    def _close(self, end: int) -> None:
        node = self._stack.pop()
        self._keys.pop()
        inner = max((child_end for _start, child_end in node.children()), default=node.open_end)
        node.end = end if node.flow else inner
        self._put(node)

    def _leaf(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401
        if type(event).__name__ == "AliasEvent":
            node = Node("alias", start, end, end, value=event.anchor)
        else:
            block = event.style in _BLOCK_SCALARS
            if block:
                end = start + len(self._text[start:end].rstrip())
            node = Node("scalar", start, end, end, value=event.value, is_block_scalar=block)
        if end > start:
            self.tokens.append((start, end))
        self._put(node)

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        holder = self._stack[-1]
        if node.start == node.end and node.kind == "scalar":
            # An empty value is reported where the next token begins, which may be lines below.
            before = self._keys[-1]
            node.start = node.end = node.open_end = before.end + 1 if before is not None else node.start
        if holder.kind == "list":
            holder.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node
        else:
            holder.entries.append(Entry(self._keys[-1], node))
            self._keys[-1] = None
