"""Finds the comments of a file that are meant for us."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "codercfg:"
_COMMENT = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*{MARK}[^\r\n]*", re.MULTILINE)
_NO_CONTENT = re.compile(r"[ \t]*(?:#.*)?\r?")
_YAML_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # as libyaml counts lines

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that names us.

    Attributes:
        text: From the number sign to the end of the line.
        line: Where it stands, from 1.
        column: Where it begins, from 1, in characters.
        target: The line that it speaks of: its own when something stands before it, else the next one with content; None at the end.
    """

    text: str
    line: int
    column: int
    target: int | None


def yaml_comments(text: str) -> list[Comment]:
    """Those of a YAML text; the same words inside a value are no comment."""
    found = list(_comments(_YAML_BREAK.split(text))) if MARK in text else []
    if not found:
        return []
    starts, ends = _scalars(text)
    return [comment for comment in found if not _inside((comment.line - 1, comment.column - 1), starts, ends)]


def dotenv_comments(text: str) -> list[Comment]:
    """Those of a file of `NAME=value` lines, where a number sign begins a comment only at the start of a line."""
    lines = text.split("\n")
    return [comment for comment in _comments(lines) if not lines[comment.line - 1][: comment.column - 1].strip(" \t\ufeff")]


def _comments(lines: list[str]) -> Iterator[Comment]:
    following: list[int | None] = [None] * (len(lines) + 1)  # the first line with content at or behind each
    for index in range(len(lines) - 1, -1, -1):
        following[index] = following[index + 1] if _NO_CONTENT.fullmatch(lines[index]) else index + 1
    for index, line in enumerate(lines):
        match = _COMMENT.search(line) if MARK in line else None
        if match is not None:
            yield Comment(match[0].rstrip(), index + 1, match.start() + 1, following[index])


def _scalars(text: str) -> tuple[list[Position], list[Position]]:
    """Where the values of a text begin and end, up to its first error."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    starts, ends = [], []
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.ScalarEvent):
                starts.append(_position(event.start_mark))
                ends.append(_position(event.end_mark))
    except yaml.YAMLError:
        pass  # the reader has reported it
    finally:
        loader.dispose()
    return starts, ends


def _position(mark: Any) -> Position:  # noqa: ANN401  (PyYAML's marks are untyped)
    return mark.line, mark.column


def _inside(place: Position, starts: list[Position], ends: list[Position]) -> bool:
    index = bisect_right(starts, place) - 1
    return index >= 0 and place < ends[index]
