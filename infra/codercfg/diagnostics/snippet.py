"""A source line with a mark under the place at fault, as it appears on a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from codercfg.diagnostics.printable import printable

_WIDEST = 160
_TAB = "    "
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Snippet:
    """What to print.

    Attributes:
        text: The line, fit for a terminal.
        offset: Terminal cells before the mark.
        length: Terminal cells of the mark, at least 1.
    """

    text: str
    offset: int
    length: int


def snippet(line: str, start: int, end: int) -> Snippet:
    """Cut a long line around the place, widen tabs, and measure.

    Args:
        line: The line, already masked.
        start: Where the place begins, in characters from 0; beyond the end marks the end.
        end: Where it ends.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    cut = max(0, start - _BEFORE) if len(line) > _WIDEST else 0
    before = ("…" if cut else "") + _shown(line[cut:start])
    place = _shown(line[start : min(end, cut + _WIDEST)])
    after = _shown(line[end : cut + _WIDEST]) + ("…" if len(line) > cut + _WIDEST else "")
    return Snippet((before + place + after).rstrip(), _cells(before), max(1, _cells(place)))


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _cells(text: str) -> int:
    """Terminal cells: East Asian wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
