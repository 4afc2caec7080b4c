"""Command-line arguments behind `coder server`, read as pflag reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.diagnostics.origin import Origin
from codercfg.env.parse import parse_value
from codercfg.sources.assigned import Assigned, Found
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.catalog.catalog import Catalog, Option
    from codercfg.releases.release import Release

_MOST_SUGGESTIONS = 20
_BEHIND_NAME = re.compile(r"[^\w.-]")  # what follows in an unknown flag may be its value: `--postgres-url:postgres://…`


class _Arguments:
    """One pass over the arguments."""

    def __init__(self, args: Sequence[str], catalog: Catalog, release: Release) -> None:
        self.found = Found()
        self._rest = list(reversed(args))
        self._catalog = catalog
        self._release = release
        self._shorthands = {option.record.shorthand: option for option in catalog.options if option.record.shorthand}
        self._swallow = False  # behind an unknown flag a word may be its value; one cause, one finding
        # A word behind a flag may be its value, and one behind a secret or unknown flag a piece of it (`--client-secret=two words`):
        # neither is repeated.
        self._behind_flag = False
        self._behind_secret = False

    def read(self) -> Found:
        while self._rest:
            argument = self._rest.pop()
            if argument == "--":
                self._refuse_positional(self._rest[::-1])
                break
            if argument.startswith("--"):
                self._long(argument)
            elif argument.startswith("-") and argument != "-":
                self._short(argument)
            elif not self._swallow:
                self._refuse_positional([argument])
            self._swallow = self._swallow and argument.startswith("-")
            self._behind_flag = argument.startswith("-") and "=" not in argument
        return self.found

    def _long(self, argument: str) -> None:
        name, equals, text = argument[2:].partition("=")
        option = self._catalog.by_flag.get(name)
        if option is None:
            self._refuse_unknown(_BEHIND_NAME.split(argument, 1)[0], self._catalog.by_flag)
            self._swallow = not equals
        else:
            self._set(option, f"--{name}", text if equals else None)

    def _short(self, argument: str) -> None:
        """A group of one-letter flags; the first that needs a value takes the rest of the word, or the next word."""
        letters = argument[1:]
        while letters:
            option = self._shorthands.get(letters[0])
            name = f"-{letters[0]}"
            letters = letters[1:]
            if option is None:
                self._refuse_unknown(name, ())
                self._swallow = not letters
                return
            if letters.startswith("="):
                self._set(option, name, letters[1:])
                return
            if not _is_boolean(option) and letters:
                self._set(option, name, letters)
                return
            self._set(option, name, None)

    def _set(self, option: Option, name: str, text: str | None) -> None:
        origin = Origin("flag", name=name)
        self._behind_secret |= option.secret
        if text is None and _is_boolean(option):
            text = "true"
        elif text is None:
            if not self._rest:
                self._refuse_missing(option, origin)
                return
            text = self._rest.pop()
        try:
            self.found.assigned.append(Assigned(option, parse_value(option, text, self._release), origin))
        except ValueParseError as error:
            self.found.refuse(option, origin, error, empty=not text)

    def _refuse_unknown(self, name: str, known: Sequence[str] | dict[str, Option]) -> None:
        self._behind_secret = True
        names = [f"--{flag}" for flag in known] if len(self.found.diagnostics) < _MOST_SUGGESTIONS else ()
        self._refuse("ARG001", name, f"Coder {self._release} has no flag `{name[:120]}`", did_you_mean(name, names, "remove the flag"))

    def _refuse_positional(self, words: Sequence[str]) -> None:
        for word in words[:1]:
            hidden = self._behind_flag or self._behind_secret
            self._refuse("ARG002", "" if hidden else word[:60], "an argument is no flag", "write --flag=value")

    def _refuse_missing(self, option: Option, origin: Origin) -> None:
        self.found.failed.add(option.path)
        name = origin.name or ""
        self._refuse("ARG003", name, f"`{name}` needs a value", f"write --{option.record.flag}=value")

    def _refuse(self, code: str, name: str, message: str, help: str) -> None:  # noqa: A002  (the attribute's name)
        self.found.diagnostics.append(
            Diagnostic(
                code=code,
                severity=Severity.ERROR,
                message=message,
                help=help,
                origin=Origin("flag", name=name or "arguments"),
                why="the server refuses to start",
                about=(name,) if name else (),
            )
        )


def _is_boolean(option: Option) -> bool:
    return option.kind.name == "boolean"


def read_arguments(args: Sequence[str], catalog: Catalog, release: Release) -> Found:
    """The options that arguments set, in the order of the arguments."""
    return _Arguments(args, catalog, release).read()
