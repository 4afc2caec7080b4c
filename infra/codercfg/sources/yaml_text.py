"""Reads YAML as the Pulumi CLI does, in one pass over libyaml's events, keeping the place of every key and value.

Our own composer, because PyYAML's accepts duplicate keys, reads YAML 1.1 words, and recurses. Limits hold for any input: nothing here
takes more than time and memory in proportion to the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.sources.yaml_builder import Builder
from codercfg.sources.yaml_problem import At, YamlProblem

if TYPE_CHECKING:
    from collections.abc import Callable

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
        mark = error.problem_mark or error.context_mark
        raise YamlProblem("syntax", str(error.problem), At(mark, mark) if mark else None) from None
    except (YAMLError, UnicodeError):
        raise YamlProblem("character", "", None) from None


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
