"""Findings about a stack file's YAML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.sources.stack.reading import shown
from codercfg.yaml_reader.text import MOST_DEPTH, MOST_NODES

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.yaml_reader.nodes import Place, Places
    from codercfg.yaml_reader.problem import YamlProblem


@dataclass(frozen=True, slots=True)
class _Words:
    code: str
    message: str
    help: str
    why: str = ""
    severity: Severity = Severity.ERROR
    first: str = "first written here"


_MOST = 200
_WORDS = {
    "empty": _Words("STK004", "the stack file is empty", "write at least `config:` with `coder:release` below it"),
    "syntax": _Words(
        "STK005",
        "this is not valid YAML",
        "check indentation, quotes and brackets around this place",
        first="it begins here",
    ),
    "character": _Words("STK005", "the file holds a character that YAML does not allow", "remove control characters"),
    "version": _Words("STK005", "Pulumi reads no other YAML directive than `%YAML 1.1`", "remove the line"),
    "slash-escape": _Words("STK005", "`\\/` is no escape for Pulumi", "write `/` without the backslash", "it refuses the file"),
    "question-mark": _Words(
        "STK005", "text with a question mark between brackets needs quotes", "put it in quotes", "Pulumi ends the text at the question mark"
    ),
    "duplicate-key": _Words("STK006", "{key} is written twice", "keep one of them", "Pulumi refuses the file"),
    "several-documents": _Words(
        "STK007", "a second document begins here", "keep one document a file", "Pulumi reads the first document and ignores the rest"
    ),
    "alias-without-anchor": _Words("STK008", "no anchor of this name stands above", "define it with `&name` in front of a value above"),
    "alias-of-itself": _Words("STK008", "the anchor's own value holds this alias", "refer to a value that is complete"),
    "merge-of-no-map": _Words(
        "STK008", "`<<` merges maps only", "write `<<: *anchor` where the anchor's value is a map, or a list of such"
    ),
    "too-deep": _Words("STK009", f"more than {MOST_DEPTH} levels of nesting", "no setting is deeper than ten levels"),
    "too-many-values": _Words("STK009", f"more than {MOST_NODES:,} values, counted with aliases expanded", "remove what repeats"),
    "tag": _Words("STK010", "a tag that is not supported here, or does not fit its value", "remove the tag and quote text where needed"),
    "key-type": _Words("STK011", "a key must be text", "put the key in quotes"),
    "date": _Words(
        "STK012", "a bare date is a time for Pulumi", "put it in quotes", "`2026-01-01` would arrive as `2026-01-01 00:00:00 +0000 UTC`"
    ),
    "no-number": _Words("STK014", "JSON has no infinity, and nothing that is no number", "put it in quotes if it is text", "Pulumi fails"),
    "odd-number": _Words(
        "STK013",
        "YAML reads a number here that is not what it looks like",
        "put it in quotes if it is text, else write it as plain decimal",
        "a leading 0 means octal, 0x means hexadecimal, and `_` is dropped",
        Severity.WARNING,
    ),
}


def yaml_findings(problems: list[YamlProblem], places: Places, text: str) -> list[Diagnostic]:
    """The findings about all problems of one text, at most some hundreds."""
    return [_finding(problem, places, text) for problem in problems[:_MOST]]


def _finding(problem: YamlProblem, places: Places, text: str) -> Diagnostic:
    # The parser's own words are never shown: they may hold text of the file.
    words = _WORDS[problem.kind]
    origin = _origin(problem.place, places)
    tab = problem.kind == "syntax" and _is_tab(text, origin)
    return Diagnostic(
        code=words.code,
        severity=words.severity,
        message="a tab stands where YAML wants spaces" if tab else words.message.format(key=shown(problem.detail)),
        help="indent with spaces" if tab else words.help,
        origin=origin,
        why=words.why,
        related=(Related(words.first, places.of(problem.first)),) if problem.first is not None else (),
    )


def _origin(place: Place | None, places: Places) -> Origin:
    return places.file_origin() if place is None else places.of(place)


def _is_tab(text: str, origin: Origin) -> bool:
    if origin.line is None or origin.column is None:
        return False
    lines = text.split("\n", origin.line)
    line = lines[origin.line - 1] if len(lines) >= origin.line else ""
    return line[origin.column - 1 : origin.column] == "\t"
