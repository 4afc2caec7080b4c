"""Changes of a text by span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class CannotEditError(Exception):
    """A place is written so that a change would touch more than it should; the text says where and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `text[start:end]`; of several at one place, insertions come first."""

    start: int
    end: int
    replacement: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all changes made.

    Raises:
        CannotEditError: Two of them overlap.
    """
    parts, place = [], 0
    for edit in sorted(edits, key=lambda item: (item.start, item.end)):
        if edit.start < place:
            raise CannotEditError("two changes meet in one place")
        parts += [text[place : edit.start], edit.replacement]
        place = edit.end
    return "".join([*parts, text[place:]])


def line_start(text: str, offset: int) -> int:
    """Offset of the first character of the line."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Offset of the line break that ends the line, or of the end of the text."""
    match = re.compile(r"[\r\n]").search(text, offset)
    return len(text) if match is None else match.start()


def next_line(text: str, offset: int) -> int:
    """Offset of the next line's first character."""
    end = line_end(text, offset)
    return end + 2 if text.startswith("\r\n", end) else min(end + 1, len(text))


def column(text: str, offset: int) -> int:
    """Column, from 0."""
    return offset - line_start(text, offset)


def begins_line(text: str, offset: int) -> bool:
    """Whether only spaces stand before it on its line."""
    return not text[line_start(text, offset) : offset].strip(" ")


def line_number(text: str, offset: int) -> int:
    """Line, from 1."""
    return len(re.findall(r"\r\n|\r|\n", text[:offset])) + 1


def newline_of(text: str) -> str:
    """The line break that the file uses."""
    match = re.search(r"\r\n|\n|\r", text)
    return match[0] if match is not None else "\n"


def shifted(chunk: str, by: int) -> str:
    """A piece of block YAML with all lines but its first moved to the right, or to the left when `by` is negative.

    Raises:
        CannotEditError: A line has not that many spaces to lose.
    """
    first, *rest = re.split(r"(?<=\n)|(?<=\r)(?!\n)", chunk)
    return first + "".join(_moved(line, by) for line in rest)


def _moved(line: str, by: int) -> str:
    if not line.strip():
        return line
    if by >= 0:
        return " " * by + line
    if line[:-by].strip(" "):
        raise CannotEditError("a line is indented less than its place allows")
    return line[-by:]
