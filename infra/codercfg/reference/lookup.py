"""Finds what a name means: an option by any of its names, a key of an indexed family, or a group of options."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.models.ai.provider import AIBridgeProviderConfig
from codercfg.models.external_auth import ExternalAuthConfig
from codercfg.models.families import AI_PROVIDER_FAMILY, EXTERNAL_AUTH_FAMILY
from codercfg.options.family import Family, Member, members
from codercfg.releases.table import history

if TYPE_CHECKING:
    from codercfg.options.group import Group
    from codercfg.options.leaf import Leaf

INDEX = re.compile(r"\[\d*\]|\.(?:\d+|\*)(?=\.|$)")
_PREFIX = re.compile(r"^(?:coder:)?deployment\.")


@dataclass(frozen=True, slots=True)
class OptionMatch:
    """An option of the server.

    Attributes:
        leaf: The option.
        flags: The flags of all its names in all known releases, the newest name first.
    """

    leaf: Leaf
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyMatch:
    """A list whose items come from indexed variables."""

    path: str
    family: Family
    model: type[Group]


@dataclass(frozen=True, slots=True)
class MemberMatch:
    """One key of the items of a family."""

    family: FamilyMatch
    member: Member


@dataclass(frozen=True, slots=True)
class GroupMatch:
    """Options whose paths begin alike.

    Attributes:
        path: `oidc`.
        leaves: In upstream's order.
    """

    path: str
    leaves: tuple[Leaf, ...]


Match = OptionMatch | FamilyMatch | MemberMatch | GroupMatch

FAMILIES = (
    FamilyMatch("ai.bridge.providers", AI_PROVIDER_FAMILY, AIBridgeProviderConfig),
    FamilyMatch("external_auth", EXTERNAL_AUTH_FAMILY, ExternalAuthConfig),
)


def find(name: str) -> Match | None:
    """What `name` means, or None.

    Args:
        name: JSON path (also with `deployment.` or an index), variable in any case, flag with or without dashes, or YAML key.
    """
    path = INDEX.sub("", _PREFIX.sub("", name.strip()))
    family = _family(path, name.strip().upper())
    if family is not None:
        return family
    group = _group(path)  # before flags without dashes: `telemetry` is a flag too, but who writes a flag writes dashes
    return group or _names().get(path) or _names().get(name.strip().upper()) or _names().get(name.strip().removeprefix("--"))


def _group(path: str) -> GroupMatch | None:
    below = tuple(leaf for leaf in dict.fromkeys(leaf_by_flag().values()) if leaf.path.startswith(f"{path}."))
    return GroupMatch(path, below) if path and below else None


@lru_cache(maxsize=1)
def known_names() -> tuple[str, ...]:
    """Every name that `find` knows and a person may misspell."""
    keys = [f"{family.path}.{member.json_name}" for family in FAMILIES for member in members(family.model)]
    groups = {leaf.path.rpartition(".")[0] for leaf in leaf_by_flag().values()} - {""}
    return (*_names(), *keys, *groups)


def _family(path: str, variable: str) -> FamilyMatch | MemberMatch | None:
    for family in FAMILIES:
        if path == family.path:
            return family
        key = path.removeprefix(f"{family.path}.")
        if key != path:
            return _member(family, key, by_variable=False)
        for prefix in family.family.prefixes:
            match = re.fullmatch(rf"{prefix.text}(?:\d+|<N>)_(\w+)", variable)
            if match is not None:
                return _member(family, match[1], by_variable=True)
    return None


def _member(family: FamilyMatch, key: str, *, by_variable: bool) -> MemberMatch | None:
    found = (member for member in members(family.model) if key == (member.key.env if by_variable else member.json_name))
    return next((MemberMatch(family, member) for member in found), None)


@lru_cache(maxsize=1)
def _names() -> dict[str, OptionMatch]:
    """Each option under all names it ever had; a path wins over a variable, a variable over a flag, a flag over a YAML key."""
    matches: dict[str, OptionMatch] = {}
    for leaf, flags in _flags_by_leaf().items():
        matches[leaf.path] = OptionMatch(leaf, flags)
    records = [(match, span.record) for match in matches.values() for flag in match.flags for span in reversed(history(flag))]
    found = dict(matches)
    for attribute in ("env", "flag", "yaml"):
        for match, record in records:
            name = getattr(record, attribute)
            if name:
                found.setdefault(name, match)
    return found


def _flags_by_leaf() -> dict[Leaf, tuple[str, ...]]:
    found: dict[Leaf, list[str]] = {}
    for flag, leaf in leaf_by_flag().items():
        found.setdefault(leaf, []).append(flag)
    return {leaf: tuple(sorted(flags, key=lambda flag: flag != leaf.opt.flag)) for leaf, flags in found.items()}
