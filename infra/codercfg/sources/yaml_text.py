"""Reads YAML as the Pulumi CLI does, in one pass over libyaml's events, keeping the place of every key and value.

Our own composer, because PyYAML's accepts duplicate keys, reads YAML 1.1 words, and recurses. Limits hold for any input: nothing here
takes more than time and memory in proportion to the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.sources.yaml_builder import Builder
from codercfg.sources.yaml_problem import At, YamlProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import MarkedYAMLError

_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MOST_DEPTH = 100
MOST_NODES = 600_000


def read(text: str) -> tuple[Any, list[YamlProblem]]:
    """The first document of `text` as plain values in `YamlMap` and `YamlList`, and what is wrong with it.

    The value is None when reading could not go on to the end; a partial document is never returned.
    """
    builder = Builder(MOST_DEPTH, MOST_NODES)
    try:
        _feed(builder, text)
    except YamlProblem as problem:
        return None, [*builder.problems, problem]
    if builder.empty:
        builder.problems.append(YamlProblem("empty"))
    return builder.root, builder.problems


def _feed(builder: Builder, text: str) -> None:
    from yaml.error import MarkedYAMLError, YAMLError

    try:
        next_event = _events(text)
        while builder.take(next_event()):
            pass
    except MarkedYAMLError as error:
        raise YamlProblem("syntax", "", _at(error.problem_mark or error.context_mark), _begin(error)) from None
    except (YAMLError, UnicodeError):
        raise YamlProblem("character", event=_forbidden(text)) from None


def _at(mark: Any) -> At | None:  # noqa: ANN401  (PyYAML's marks are untyped)
    return None if mark is None else At(mark, mark)


def _forbidden(text: str) -> At | None:
    """The first character that YAML does not allow."""
    match = _NOT_PRINTABLE.search(text)
    if match is None:
        return None
    start = match.start()
    mark = _Position(text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1)
    return At(mark, mark)


@dataclass(frozen=True, slots=True)
class _Position:
    line: int
    column: int


def _begin(error: MarkedYAMLError) -> At | None:
    """Where the bracket or quote opened that the parser could not finish."""
    begin, end = error.context_mark, error.problem_mark
    if begin is None or end is None or (begin.line, begin.column) == (end.line, end.column):
        return None
    return _at(begin)


def _events(text: str) -> Callable[[], Any]:
    """PyYAML's parser: libyaml's where it was built in, else the slower one in Python."""
    import yaml

    if yaml.__with_libyaml__:
        from yaml import CSafeLoader  # for its parser; composing and resolving are ours

        fast: Callable[[], Any] = CSafeLoader(text).get_event
        return fast
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PythonParser(Reader, Scanner, Parser):
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    slow: Callable[[], Any] = PythonParser(text).get_event
    return slow
