"""Files of `NAME=value` lines, as `docker run --env-file`, systemd's `EnvironmentFile` and `kubectl create --from-env-file` take them.

The three differ in quotes and comments; this reader takes quotes as systemd does, and a number sign begins a comment only at the start of a
line, because the others would make it part of the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.env.variable import Variable

_BLANK = re.compile(r"[ \t]*(?:[#;][^\n]*)?(?:\r?\n|\Z)")
_NAME = re.compile(r"([ \t]*(?:export[ \t]+)?)([^\s=#'\"]+)[ \t]*=[ \t]*")
_SINGLE = re.compile(r"'([^']*+)'[ \t]*(?=\r?\n|\Z)")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\[\s\S])*+)"[ \t]*(?=\r?\n|\Z)')
_PLAIN = re.compile(r"[^\r\n]*+")
_ESCAPE = re.compile(r"\\([\s\S])")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}


@dataclass(slots=True)
class Dotenv:
    """What a file holds.

    Attributes:
        variables: In the order of the file.
        diagnostics: Lines that are none.
    """

    variables: list[Variable] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_dotenv(text: str, file: str) -> Dotenv:
    """The variables of a file.

    Args:
        text: Its content.
        file: Its path as people know it.
    """
    found = Dotenv()
    text = text.removeprefix("\ufeff")
    position, line = 0, 1
    while position < len(text):
        blank = _BLANK.match(text, position)
        end = blank.end() if blank is not None and blank.end() > position else _entry(found, text, position, line, file)
        line += text.count("\n", position, end)
        position = end
    return found


def _entry(found: Dotenv, text: str, position: int, line: int, file: str) -> int:
    """Read one line, or several when a quoted value spans them; return where the next one begins."""
    name = _NAME.match(text, position)
    if name is None:
        found.diagnostics.append(_refusal("ENV005", "the line is no NAME=value", "write NAME=value", Origin("dotenv", file, line, 1)))
        return _next_line(text, position)
    column = len(name[1]) + 1
    origin = Origin("dotenv", file, line, column, column + len(name[2]), name[2])
    value = _value(text, name.end())
    if value is None:
        help_text = "close the quote, and write nothing behind it"
        found.diagnostics.append(_refusal("ENV006", f"the quoted value of `{name[2]}` does not end", help_text, origin))
        return _next_line(text, position)
    content, end = value
    found.variables.append(Variable(name[2], content, origin))
    return _next_line(text, end)


def _value(text: str, position: int) -> tuple[str, int] | None:
    quote = text[position : position + 1]
    if quote == "'":
        single = _SINGLE.match(text, position)
        return None if single is None else (single[1], single.end())
    if quote == '"':
        double = _DOUBLE.match(text, position)
        return None if double is None else (_ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), double[1]), double.end())
    plain = _PLAIN.match(text, position)
    end = plain.end() if plain else position
    return text[position:end].rstrip(" \t"), end


def _next_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def _refusal(code: str, message: str, help: str, origin: Origin) -> Diagnostic:  # noqa: A002  (the attribute's name)
    why = "what a container would get from such a line depends on the program that reads it"
    return Diagnostic(code, Severity.ERROR, message, help, origin=origin, why=why, about=(origin.name,) if origin.name else ())
