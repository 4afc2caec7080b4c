"""Reads all indexed families out of an environment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.ai_providers import read_ai_providers, refuse_mixture
from codercfg.env.external_auth import read_external_auth
from codercfg.env.family import reads
from codercfg.env.variable import Variable, upper
from codercfg.models.families import AI_PROVIDER_FAMILY, EXTERNAL_AUTH_FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.configuration.setting import Item
    from codercfg.options.family import Prefix
    from codercfg.releases.release import Release

PREFIXES = tuple(prefix for family in (AI_PROVIDER_FAMILY, EXTERNAL_AUTH_FAMILY) for prefix in family.prefixes)
_TEXTS = tuple(prefix.text for prefix in PREFIXES)


@dataclass(slots=True)
class Families:
    """The lists that indexed variables make.

    Attributes:
        providers: AI providers in the server's order.
        external_auth: External-auth providers from variables, in the server's order.
        diagnostics: Findings.
    """

    providers: tuple[Item, ...] = ()
    external_auth: tuple[Item, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)


def is_member(name: str) -> bool:
    """Whether an upper-case name has the prefix of an indexed family, whether or not a release reads it."""
    return name.startswith(_TEXTS)


def read_families(variables: Iterable[Variable], release: Release) -> Families:
    """The lists of all families.

    Args:
        variables: Those of which `is_member` holds, in the order of the environment.
        release: Decides which prefixes are read, and how.
    """
    found = Families()
    groups = _grouped(variables)
    if not groups:
        return found
    _read_external_auth(found, groups, release)
    _read_ai_providers(found, groups, release)
    return found


def _grouped(variables: Iterable[Variable]) -> dict[str, list[Variable]]:
    groups: dict[str, list[Variable]] = {}
    for variable in variables:
        name = upper(variable.name)
        prefix = next((text for text in _TEXTS if name.startswith(text)), None)
        if prefix is not None:
            groups.setdefault(prefix, []).append(variable)
    return groups


def _read_external_auth(found: Families, groups: dict[str, list[Variable]], release: Release) -> None:
    for prefix in EXTERNAL_AUTH_FAMILY.prefixes:
        if prefix.text in groups:
            items, diagnostics = read_external_auth(groups[prefix.text], prefix, release)
            found.external_auth += items
            found.diagnostics += diagnostics


def _read_ai_providers(found: Families, groups: dict[str, list[Variable]], release: Release) -> None:
    present = [prefix for prefix in AI_PROVIDER_FAMILY.prefixes if prefix.text in groups]
    known = [prefix for prefix in present if reads(prefix, release)]
    found.diagnostics += [_not_read(prefix, groups[prefix.text], release) for prefix in present if prefix not in known]
    if len(known) > 1:
        found.diagnostics.append(refuse_mixture(known, [variable for prefix in known for variable in groups[prefix.text]]))
        return
    for prefix in known:
        found.providers, diagnostics = read_ai_providers(groups[prefix.text], prefix, release)
        found.diagnostics += diagnostics


def _not_read(prefix: Prefix, variables: list[Variable], release: Release) -> Diagnostic:
    since = prefix.since is not None and not release.at_least(prefix.since)
    return Diagnostic(
        code="AIP006",
        severity=Severity.WARNING,
        message=f"Coder {release} does not read `{prefix.text}<N>_<KEY>`",
        help=f"use release {prefix.since} or later, or set the provider with the options that {release} has"
        if since
        else "set up AI providers in the product",
        origin=variables[0].origin,
        why="the server ignores the variables without a word",
        about=tuple(variable.origin.name or variable.name for variable in variables),
    )
