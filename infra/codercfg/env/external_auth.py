"""Reads the variables of external-auth providers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.catalog.catalog import catalog
from codercfg.catalog.outline import record_class
from codercfg.configuration.setting import Item
from codercfg.env.external_auth_findings import (
    NUMERIC_SORT_SINCE,
    refuse_clash,
    refuse_skipped,
    warn_of_two_digits,
    warn_of_unknown_key,
    warn_of_wipe,
)
from codercfg.env.family import has_key
from codercfg.env.indexed import Part, Reading, parts
from codercfg.env.variable import upper
from codercfg.models.families import EXTERNAL_AUTH_FAMILY
from codercfg.options.family import Member, members
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin
    from codercfg.env.variable import Variable
    from codercfg.options.family import Prefix
    from codercfg.releases.release import Release

    Values = dict[str, tuple[Any, Origin]]


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Member]:
    return {member.key.env: member for member in members(record_class("ExternalAuthConfig")) if member.key.env}


def read_external_auth(variables: Sequence[Variable], prefix: Prefix, release: Release) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """The items of one prefix, in the server's order.

    Args:
        variables: Those whose name, in upper case, begins with the prefix, in the order of the environment.
        prefix: Of the family.
        release: Decides which keys exist and how variables are sorted.
    """
    reading = Reading(EXTERNAL_AUTH_FAMILY, prefix, "EXT")
    found = parts(reading, sorted(_without_clashes(reading, variables, release), key=_raw))
    if release.at_least(NUMERIC_SORT_SINCE):
        found.sort(key=lambda part: part.index)
    items: list[Values] = []
    for position, part in enumerate(found):
        if part.index > len(items):
            refuse_skipped(reading, len(items), found[position:], release)
            break
        if part.index == len(items):
            items.append({"": (None, part.variable.origin)})
        elif part.index < len(items) - 1:
            _wipe(reading, items, part)
        _set(reading, items[part.index], part, release)
    warn_of_two_digits(reading, found, release)
    return tuple(_item(index, prefix, values) for index, values in enumerate(items)), reading.diagnostics


def _without_clashes(reading: Reading, variables: Sequence[Variable], release: Release) -> list[Variable]:
    options = catalog(release).by_env
    ours = []
    for variable in variables:
        if upper(variable.name) in options:
            refuse_clash(reading, variable)
        else:
            ours.append(variable)
    return ours


def _raw(variable: Variable) -> bytes:
    """Go sorts the texts `NAME=value` by their bytes, before it upper-cases names."""
    value = variable.value if isinstance(variable.value, str) else ""
    return f"{variable.name}={value}".encode("utf-8", "surrogatepass")


def _wipe(reading: Reading, items: list[Values], part: Part) -> None:
    lost = [origin.name for key, (_value, origin) in items[part.index].items() if key and origin.name]
    items[part.index] = {"": (None, part.variable.origin)}
    warn_of_wipe(reading, part, lost)


def _set(reading: Reading, values: Values, part: Part, release: Release) -> None:
    member = _by_key().get(part.key)
    if member is None or not has_key(member, release):
        known = [key for key, item in _by_key().items() if has_key(item, release)]
        warn_of_unknown_key(reading, part, member, known, release)
        return
    try:
        values[member.attribute] = (_value(member, part.variable), part.variable.origin)
    except ValueParseError as error:
        message = f"the value is no {member.kind.name}: {error.reason}"
        reading.refuse(7, part.variable, message, error.help, "the server refuses to start")


def _value(member: Member, variable: Variable) -> Any:  # noqa: ANN401  (a value of the member's kind)
    # The server compiles the pattern only after it has read the whole list, so a rule looks at it.
    if not isinstance(variable.value, str) or member.attribute == "regex":
        return variable.value
    return member.kind.parse(variable.value)


def _item(index: int, prefix: Prefix, values: Values) -> Item:
    from codercfg.models.external_auth import ExternalAuthConfig  # here, for most environments list no provider

    # The values are typed already, and a validator would refuse what only a variable can say (a list of one empty scope).
    model = ExternalAuthConfig.model_construct(None, **{key: value for key, (value, _origin) in values.items() if key})
    return Item(index, prefix.text, model, {key: origin for key, (_value, origin) in values.items()})
