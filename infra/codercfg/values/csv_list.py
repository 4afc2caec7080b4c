"""serpent `StringArray`: the first record of Go's `encoding/csv` with its default settings.

Python's `csv` accepts quotes that Go refuses, hence a reader of our own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANK_LINES = re.compile(r"(?:\r?\n)*+")
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
_PLAIN = re.compile(r"[^,\n]*+")
_LINE_END = re.compile(r"\r?(?:\n|\Z)")
# Go's writer also quotes leading white space of Unicode (`unicode.IsSpace`), and `\.`, an end mark of PostgreSQL.
_NEEDS_QUOTES = re.compile(r'[,"\r\n]|\A[\t\v\f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|\A\\\.\Z')
_HELP = 'separate items with commas, put an item that has a comma or quote in quotes and double its quotes: a,"b,c","d""e"'


def parse(text: str) -> tuple[str, ...]:
    """The items of the first record; blanks around items belong to them, and what follows the first line is lost.

    Raises:
        ValueParseError: A quote inside an unquoted item, text behind a closing quote, an unclosed quote, or only line ends.
    """
    if not text:
        return ()
    if '"' not in text and "\n" not in text and "\r" not in text:
        return tuple(text.split(","))
    return _parse_record(text)


def _parse_record(text: str) -> tuple[str, ...]:
    start = _BLANK_LINES.match(text)
    position = start.end() if start else 0
    if text[position:] in {"", "\r"}:  # Go drops a carriage return at the very end
        raise ValueParseError("the list holds nothing but line ends", "leave the value empty for an empty list")
    items: list[str] = []
    while True:
        item, position = _quoted(text, position) if text.startswith('"', position) else _plain(text, position)
        items.append(item)
        if not text.startswith(",", position):
            return tuple(items)
        position += 1


def _quoted(text: str, position: int) -> tuple[str, int]:
    found = _QUOTED.match(text, position)
    if found is None:
        raise ValueParseError("a quoted item is not closed", _HELP)
    end = found.end()
    if not text.startswith(",", end) and _LINE_END.match(text, end) is None:
        raise ValueParseError("text follows the closing quote of an item", _HELP)
    return found[1].replace('""', '"').replace("\r\n", "\n"), end


def _plain(text: str, position: int) -> tuple[str, int]:
    found = _PLAIN.match(text, position)
    end = found.end() if found else position
    item = text[position:end]
    if '"' in item:
        raise ValueParseError("a quote stands inside an unquoted item", _HELP)
    if item.endswith("\r") and not text.startswith(",", end):
        item = item[:-1]  # part of the line end
    return item, end


def to_env(items: Iterable[str]) -> str:
    """One line of CSV as Go's `csv.Writer` quotes it, which `parse` reads back.

    Raises:
        ValueParseError: The list is one empty item, or an item holds CR LF: no text carries either.
    """
    items = tuple(items)
    refuse_unwritable(items)
    return ",".join(_quote(item) if _NEEDS_QUOTES.search(item) else item for item in items)


def refuse_unwritable(items: tuple[str, ...]) -> None:
    """Refuse a list that no variable can carry.

    Raises:
        ValueParseError: As in `to_env`.
    """
    if items == ("",):
        raise ValueParseError("a list of one empty item cannot be written: the empty text is the empty list", "leave the item out")
    if any("\r\n" in item for item in items):
        raise ValueParseError(
            "an item holds a carriage return and a line feed, which the server reads as a line feed", "use line feeds only"
        )


def _quote(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'
