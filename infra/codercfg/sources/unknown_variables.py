"""Variables that look like Coder's and set nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.env.families import is_member
from codercfg.env.variable import upper
from codercfg.releases import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.catalog.catalog import Catalog
    from codercfg.env.variable import Variable
    from codercfg.releases.release import Release

_MOST_SUGGESTIONS = 20  # one costs a millisecond, and an environment may hold 10⁵ variables
# Kubernetes injects these for every Service of the namespace whose name begins with "coder".
SERVICE_LINK = re.compile(
    r"CODER_(?:[A-Z0-9_]*_)?(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT(?:_[0-9]+_(?:TCP|UDP|SCTP)(?:_[A-Z]+)?)?)"
)
# Read by the command itself or by its other sub-commands, not by an option of the server.
OTHER_READERS = frozenset(
    ("CODER_URL", "CODER_SESSION_TOKEN", "CODER_CONFIG_DIR", "CODER_TLS_REDIRECT_HTTP", "CODER_AGENT_TOKEN", "CODER_AGENT_URL")
)


def unknown_variables(variables: Iterable[Variable], catalog: Catalog, release: Release) -> list[Diagnostic]:
    """A warning for each variable with Coder's prefix that no option of the release reads: the server ignores it silently."""
    found: list[Diagnostic] = []
    for variable in variables:
        name = upper(variable.name)
        if not name.startswith("CODER_") or is_member(name) or name in OTHER_READERS or SERVICE_LINK.fullmatch(name):
            continue
        found.append(
            _elsewhere(variable, name, release) or _unknown(variable, name, catalog, release, suggest=len(found) < _MOST_SUGGESTIONS)
        )
    return found


@lru_cache(maxsize=1)
def _series_by_variable() -> dict[str, tuple[tuple[str, str], ...]]:
    """By variable, in which series it exists and under which flag."""
    found: dict[str, list[tuple[str, str]]] = {}
    for series in table.known_series():
        for record in table.records(series):
            if record.env:
                found.setdefault(record.env, []).append((series, record.flag))
    return {name: tuple(places) for name, places in found.items()}


def _elsewhere(variable: Variable, name: str, release: Release) -> Diagnostic | None:
    places = _series_by_variable().get(name)
    if places is None:
        return None
    first, last = places[0][0], places[-1][0]
    later = not release.at_least(first)
    return Diagnostic(
        code="ENV004",
        severity=Severity.WARNING,
        message=f"Coder {release} does not read `{variable.name}`: " + (f"it came with {first}" if later else f"it went after {last}"),
        origin=variable.origin,
        why="the server ignores the variable without a word",
        help=f"use release {first} or later, or remove the variable" if later else "remove the variable",
        about=(variable.name,),
    )


def _unknown(variable: Variable, name: str, catalog: Catalog, release: Release, *, suggest: bool) -> Diagnostic:
    otherwise = "remove the variable, or check its name against `codercfg env`"
    return Diagnostic(
        code="ENV001",
        severity=Severity.WARNING,
        message=f"Coder {release} has no option with the variable `{variable.name[:120]}`",
        origin=variable.origin,
        why="the server ignores the variable without a word",
        help=did_you_mean(name, catalog.by_env, otherwise) if suggest else otherwise,
        about=(variable.name,),
    )
