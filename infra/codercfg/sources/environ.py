"""The process environment, read as the server reads it.

Source: serpent `env.go` (`ParseEnviron`, `ParseEnv`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import Option, series_catalog
from codercfg.diagnostics.diagnostic import Diagnostic, Related, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.env.families import is_member
from codercfg.env.parse import EMPTY_IS_VALUE_SINCE, parse_value
from codercfg.env.variable import Variable, upper
from codercfg.sources.assigned import Assigned, Found
from codercfg.sources.unknown_variables import unknown_variables
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from codercfg.catalog.catalog import Catalog
    from codercfg.releases.release import Release

_HOMEBREW = "HOMEBREW_"


def variables_of(environ: Mapping[str, str], source: str = "env", file: str | None = None) -> tuple[Variable, ...]:
    """The variables of a mapping, in its order."""
    return tuple(Variable(name, value, Origin(source, file=file, name=name)) for name, value in environ.items())


def members_of(variables: Iterable[Variable]) -> list[Variable]:
    """The variables of indexed families."""
    return [variable for variable in variables if is_member(upper(variable.name))]


def read_environ(variables: Iterable[Variable], catalog: Catalog, release: Release) -> Found:
    """The options that variables set, in the order of option names.

    Only text is read here; a variable that holds a secret reference is passed on as it is.
    """
    found = Found()
    by_name: dict[str, Variable] = {}
    for variable in variables:
        name = upper(variable.name)
        if name in by_name:
            found.diagnostics.append(_twice(by_name[name], variable))
        by_name[name] = variable
    matched = sorted(_matched(by_name, catalog), key=lambda item: item[0])
    for _position, option, variable in matched:
        _read(found, option, variable, release)
    taken = {variable.name for _position, _option, variable in matched}
    rest = [variable for variable in by_name.values() if variable.name not in taken]
    found.diagnostics += unknown_variables(rest, catalog, release)
    return found


@lru_cache(maxsize=16)
def _positions(series: str) -> dict[str, tuple[int, Option]]:
    """By variable, the option and its place in the order in which the server applies options."""
    return {option.env: (position, option) for position, option in enumerate(series_catalog(series).options) if option.env}


def _matched(by_name: dict[str, Variable], catalog: Catalog) -> Iterable[tuple[int, Option, Variable]]:
    positions = _positions(catalog.series)
    for name, variable in by_name.items():
        if name in positions:
            yield (*positions[name], variable)
        elif name.startswith(_HOMEBREW):
            own = name.removeprefix(_HOMEBREW)
            if own in positions and own not in by_name:
                yield (*positions[own], variable)


def _read(found: Found, option: Option, variable: Variable, release: Release) -> None:
    text = variable.value
    if not isinstance(text, str):
        found.assigned.append(Assigned(option, text, variable.origin))
        return
    if not text and not release.at_least(EMPTY_IS_VALUE_SINCE):
        found.diagnostics.append(_empty(option, variable, release))
        return
    try:
        found.assigned.append(Assigned(option, parse_value(option, text, release), variable.origin))
    except ValueParseError as error:
        found.refuse(option, variable.origin, error, empty=not text)


def _empty(option: Option, variable: Variable, release: Release) -> Diagnostic:
    return Diagnostic(
        code="ENV002",
        severity=Severity.WARNING,
        message=f"`{variable.name}` is set but empty, which Coder {release} takes for unset",
        path=option.path,
        origin=variable.origin,
        why=f"from {EMPTY_IS_VALUE_SINCE} on an empty variable is a value: it empties the option, or stops start-up",
        help=f"remove the variable, or write --{option.record.flag}= to empty the option in every release",
        about=(variable.name,),
    )


def _twice(first: Variable, second: Variable) -> Diagnostic:
    return Diagnostic(
        code="ENV003",
        severity=Severity.WARNING,
        message=f"`{second.name}` is given twice"
        if first.name == second.name
        else f"`{first.name}` and `{second.name}` are the same variable for the server",
        origin=second.origin,
        why="the server upper-cases names, and of two the later one counts",
        help="keep one of them, in upper case",
        about=(first.name, second.name),
        related=(Related("the other one", first.origin),),
    )
