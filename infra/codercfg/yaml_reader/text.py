"""Reads YAML as the Pulumi CLI does, in one pass over libyaml's events, keeping the place of every key and value.

Our own composer, because PyYAML's accepts duplicate keys, reads YAML 1.1 words, and recurses. Limits hold for any input: nothing here
takes more than time and memory in proportion to the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from codercfg.yaml_reader.problem import YamlProblem
from codercfg.yaml_reader.usual import read_usual

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import MarkedYAMLError

    from codercfg.yaml_reader.builder import Builder
    from codercfg.yaml_reader.nodes import Place

MOST_DEPTH = 100
MOST_NODES = 600_000
_NOT_PRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # compiled late: it takes 4 ms


def read(text: str) -> tuple[Any, list[YamlProblem]]:
    """The first document of `text` as plain values in `YamlMap` and `YamlList`, and what is wrong with it.

    The value is None when reading could not go on to the end; a partial document is never returned.
    """
    usual = read_usual(text)
    if usual is not None:
        return usual, []
    return read_any(text)


def read_any(text: str) -> tuple[Any, list[YamlProblem]]:
    """The same for a text of any form, by the parser."""
    from codercfg.yaml_reader.builder import Builder  # nearly every file has the usual form

    builder = Builder(text, MOST_DEPTH, MOST_NODES)
    try:
        _feed(builder, text)
    except YamlProblem as problem:
        return None, [*builder.problems, problem]
    if builder.empty:
        builder.problems.append(YamlProblem("empty"))
    return builder.root, builder.problems


def _feed(builder: Builder, text: str) -> None:
    from yaml.error import MarkedYAMLError, YAMLError

    if "\ufeff" in text:  # Go's reader and libyaml disagree about a byte order mark inside a text
        raise YamlProblem("character", place=_place(text, text.index("\ufeff")))
    handlers = builder.handlers()
    try:
        next_event = _events(text)
        event = next_event()
        while handlers[type(event)](event):
            event = next_event()
    except MarkedYAMLError as error:
        raise YamlProblem("syntax", "", _at(error.problem_mark or error.context_mark), _begin(error)) from None
    except (YAMLError, UnicodeError):
        raise YamlProblem("character", place=_forbidden(text)) from None


def _at(mark: Any) -> Place | None:  # noqa: ANN401  (PyYAML's marks are untyped)
    return None if mark is None else (mark.line, mark.column, mark.line, mark.column)


def _begin(error: MarkedYAMLError) -> Place | None:
    """Where the bracket or quote opened that the parser could not finish."""
    begin, end = _at(error.context_mark), _at(error.problem_mark)
    return begin if begin != end and end is not None else None


def _forbidden(text: str) -> Place | None:
    """The first character that YAML does not allow."""
    match = re.search(_NOT_PRINTABLE, text)
    return None if match is None else _place(text, match.start())


def _place(text: str, start: int) -> Place:
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1
    return (line, column, line, column)


def _events(text: str) -> Callable[[], Any]:
    """PyYAML's parser: libyaml's where it was built in, else the slower one in Python."""
    import yaml

    if yaml.__with_libyaml__:
        from yaml import CSafeLoader  # for its parser; composing and resolving are ours

        fast: Callable[[], Any] = CSafeLoader(text).get_event
        return fast
    return _python_events(text)


def _python_events(text: str) -> Callable[[], Any]:
    from yaml import SafeLoader

    slow: Callable[[], Any] = SafeLoader(text).get_event
    return slow
