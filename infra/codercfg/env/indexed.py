"""Reads `PREFIX_<N>_<KEY>` variables into items, by the rules that the server's two readers share.

Source: upstream `cli/server.go`, the readers of external-auth and AI providers. Both walk sorted variables and open item N when N is the
number of items so far; they differ in how they sort and in what they do with a variable of an earlier item.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import CRASHES, Diagnostic, Severity
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.env.variable import upper
from codercfg.values import integer
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.env.variable import Variable
    from codercfg.options.family import Family, Prefix


@dataclass(frozen=True, slots=True)
class Part:
    """One variable of a family, taken apart: `<prefix><index>_<key>`."""

    index: int
    key: str
    variable: Variable


@dataclass(slots=True)
class Reading:
    """What the reader of one prefix found.

    Attributes:
        family: The family that is read.
        prefix: The prefix that is read.
        code: The first three letters of its diagnostics.
        diagnostics: Findings so far.
        suggestions: How many more unknown keys are compared with the known ones.
    """

    family: Family
    prefix: Prefix
    code: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    suggestions: int = 20  # comparing costs a tenth of a millisecond, and an environment may hold 10⁵ variables

    def did_you_mean(self, key: str, known: Iterable[str], otherwise: str) -> str:
        """A help sentence with the nearest keys, for the first few unknown ones."""
        self.suggestions -= 1
        return did_you_mean(key, known, otherwise) if self.suggestions >= 0 else otherwise

    def refuse(self, number: int, variable: Variable, message: str, help: str, why: str, about: Iterable[str] = ()) -> None:  # noqa: A002
        """Note a finding because of which the server stops."""
        self.diagnostics.append(
            Diagnostic(
                code=f"{self.code}{number:03}",
                severity=Severity.ERROR,
                message=message,
                help=help,
                origin=variable.origin,
                why=why,
                about=tuple(about) or (variable.origin.name or variable.name,),
            )
        )


def parts(reading: Reading, variables: Iterable[Variable]) -> list[Part]:
    """The variables of the prefix that name an index and a key, in the given order; the others are refused, once for each index."""
    start = len(reading.prefix.text)
    found = []
    refused: dict[str, list[Variable]] = {}
    for variable in variables:
        index, separator, key = upper(variable.name[start:]).partition("_")
        number = _atoi(index)
        if not separator:
            _refuse_keyless(reading, variable)
        elif number is None or number < 0:
            refused.setdefault(index, []).append(variable)
        else:
            found.append(Part(number, key, variable))
    for index, same in refused.items():
        (_refuse_number if _atoi(index) is None else _refuse_negative)(reading, same)
    return found


def _atoi(text: str) -> int | None:
    try:
        return integer.parse(text)
    except ValueParseError:
        return None


def _refuse_keyless(reading: Reading, variable: Variable) -> None:
    reading.refuse(
        1,
        variable,
        f"the variable names no key of an {reading.family.name}",
        f"write {reading.prefix.text}<index>_<KEY>, or remove it",
        "the server takes every variable with this prefix for one of the list and refuses to start",
    )


def _refuse_number(reading: Reading, variables: list[Variable]) -> None:
    reading.refuse(
        2,
        variables[0],
        f"what follows `{reading.prefix.text}` is not an index",
        f"write {reading.prefix.text}0_<KEY>; if Kubernetes injected the variable for a Service, set enableServiceLinks: false",
        "the server takes every variable with this prefix for one of the list and refuses to start",
        _names(variables),
    )


def _refuse_negative(reading: Reading, variables: list[Variable]) -> None:
    reading.refuse(
        3,
        variables[0],
        f"the index of an {reading.family.name} is negative",
        "number the items from 0",
        f"{CRASHES}: it looks up an item that cannot exist",
        _names(variables),
    )


def _names(variables: Iterable[Variable]) -> list[str]:
    return [variable.origin.name or variable.name for variable in variables]


def refuse_gap(reading: Reading, expected: int, skipped: list[Part]) -> None:
    """Note that item `expected` is missing while a later one exists."""
    found = skipped[0].index
    reading.refuse(
        4,
        skipped[0].variable,
        f"{reading.family.name} {found} is set, but {expected} is missing" if expected else f"{reading.family.name} 0 is missing",
        "number the items from 0 without a gap",
        "the server refuses to start when it skips an index",
        _names(part.variable for part in skipped if part.index == found),
    )
