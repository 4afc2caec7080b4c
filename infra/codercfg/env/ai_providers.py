"""Reads the variables of AI providers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.catalog.outline import record_class
from codercfg.configuration.setting import Item
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.family import has_key
from codercfg.env.indexed import Part, Reading, parts, refuse_gap
from codercfg.env.variable import upper
from codercfg.models.families import AI_PROVIDER_FAMILY
from codercfg.options.family import Member, members
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.origin import Origin
    from codercfg.env.variable import Variable
    from codercfg.options.family import Prefix
    from codercfg.releases.release import Release


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Member]:
    return {member.key.env: member for member in members(record_class("AIBridgeProviderConfig")) if member.key.env}


def read_ai_providers(variables: Sequence[Variable], prefix: Prefix, release: Release) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """The items of one prefix, in the server's order: by index, then by name.

    Args:
        variables: Those whose name, in upper case, begins with the prefix, in the order of the environment.
        prefix: Of the family.
        release: Decides which keys exist.
    """
    reading = Reading(AI_PROVIDER_FAMILY, prefix, "AIP")
    found = sorted(parts(reading, variables), key=lambda part: (part.index, upper(part.variable.name)))
    items: list[dict[str, tuple[Any, Origin]]] = []
    for position, part in enumerate(found):
        if part.index > len(items):
            refuse_gap(reading, len(items), found[position:])
            break
        if part.index == len(items):
            items.append({"": (None, part.variable.origin)})
        _set(reading, items[part.index], part, release)
    return tuple(_item(index, prefix, values) for index, values in enumerate(items)), reading.diagnostics


def refuse_mixture(prefixes: Sequence[Prefix], variables: Sequence[Variable]) -> Diagnostic:
    """Variables of both brands: the server refuses to guess which list is meant."""
    return Diagnostic(
        code="AIP005",
        severity=Severity.ERROR,
        message=f"AI providers are listed under both {' and '.join(f'`{prefix.text}`' for prefix in prefixes)}",
        help=f"write all of them as {prefixes[0].text}<N>_<KEY>",
        origin=variables[0].origin,
        why="the server refuses to start when both are present",
        about=tuple(variable.origin.name or variable.name for variable in variables),
    )


def _set(reading: Reading, values: dict[str, tuple[Any, Origin]], part: Part, release: Release) -> None:
    member = _by_key().get(part.key)
    if member is None or not has_key(member, release):
        reading.diagnostics.append(_unknown(reading, part, release))
        return
    value: Any = part.variable.value
    if isinstance(value, str) and member.kind.secret:
        value = SecretText(value)  # a plural is no CSV: 2.33 keeps it whole, later releases cut it at every comma
    values[member.attribute] = (value, part.variable.origin)


def _unknown(reading: Reading, part: Part, release: Release) -> Diagnostic:
    known = [key for key, member in _by_key().items() if has_key(member, release)]
    return Diagnostic(
        code="AIP007",
        severity=Severity.WARNING,
        message=f"Coder {release} has no key `{part.key[:60]}` for an AI provider",
        help=reading.did_you_mean(part.key, known, f"known keys: {', '.join(known)}"),
        origin=part.variable.origin,
        why="the server logs a warning and ignores it, but counts the provider",
        about=(part.variable.origin.name or part.variable.name,),
    )


def _item(index: int, prefix: Prefix, values: dict[str, tuple[Any, Origin]]) -> Item:
    from codercfg.models.ai.provider import AIBridgeProviderConfig  # here, for most environments list no provider

    # The values are typed already, and a validator would refuse what only a variable can say (a key that is set but empty).
    model = AIBridgeProviderConfig.model_construct(**{key: value for key, (value, _origin) in values.items() if key})
    return Item(index, prefix.text, model, {key: origin for key, (_value, origin) in values.items()})
