"""Reads the variables of external-auth providers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.catalog.catalog import catalog
from codercfg.configuration.setting import Item
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.family import has_key
from codercfg.env.indexed import Part, Reading, parts, refuse_gap
from codercfg.env.variable import upper
from codercfg.models.external_auth import EXTERNAL_AUTH_FAMILY, ExternalAuthConfig
from codercfg.options.family import Member, members
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.origin import Origin
    from codercfg.env.variable import Variable
    from codercfg.options.family import Prefix
    from codercfg.releases.release import Release

NUMERIC_SORT_SINCE = "2.34"  # upstream #26230; on the main branch between 2.34.1 and 2.35.0, so that a released 2.34 may lack it
_NUMERIC_SORT_CERTAIN_SINCE = "2.35"
_LAST_OF_ONE_DIGIT = 9


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Member]:
    return {member.key.env: member for member in members(ExternalAuthConfig) if member.key.env}


def read_external_auth(variables: Sequence[Variable], prefix: Prefix, release: Release) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """The items of one prefix, in the server's order.

    Args:
        variables: Those whose name, in upper case, begins with the prefix, in the order of the environment.
        prefix: Of the family.
        release: Decides which keys exist and how variables are sorted.
    """
    reading = Reading(EXTERNAL_AUTH_FAMILY, prefix, "EXT")
    clashing, ours = _split(variables, release)
    for variable in clashing:
        _refuse_clash(reading, variable)
    found = parts(reading, sorted(ours, key=_raw))
    if release.at_least(NUMERIC_SORT_SINCE):
        found.sort(key=lambda part: part.index)
    items: list[dict[str, tuple[Any, Origin]]] = []
    for position, part in enumerate(found):
        if part.index > len(items):
            _refuse_skipped(reading, len(items), found[position:], release)
            break
        if part.index == len(items):
            items.append({"": (None, part.variable.origin)})
        elif part.index < len(items) - 1:
            _wiped(reading, items, part)
        _set(reading, items[part.index], part, release)
    _warn_of_two_digits(reading, found, release)
    return tuple(_item(index, prefix, values) for index, values in enumerate(items)), reading.diagnostics


def _warn_of_two_digits(reading: Reading, found: list[Part], release: Release) -> None:
    part = next((part for part in found if part.index > _LAST_OF_ONE_DIGIT), None)
    if part is None or reading.diagnostics or not release.at_least(NUMERIC_SORT_SINCE) or release.at_least(_NUMERIC_SORT_CERTAIN_SINCE):
        return
    reading.diagnostics.append(
        Diagnostic(
            code="EXT010",
            severity=Severity.WARNING,
            message=f"external auth provider {part.index} may stop start-up on a released {release.series}",
            help="use the indices 0 to 9; more providers fit into externalAuthProviders of the server's YAML file",
            origin=part.variable.origin,
            why="sorting by number came after 2.34.1; a server that sorts as text meets 10 in front of 1 and refuses to start",
            about=(part.variable.origin.name or part.variable.name,),
        )
    )


def _split(variables: Sequence[Variable], release: Release) -> tuple[list[Variable], list[Variable]]:
    """The variables of ordinary options, whose names happen to begin like the family's, and the others."""
    options = catalog(release).by_env
    clashing = [variable for variable in variables if upper(variable.name) in options]
    return clashing, [variable for variable in variables if variable not in clashing] if clashing else list(variables)


def _refuse_clash(reading: Reading, variable: Variable) -> None:
    reading.refuse(
        9,
        variable,
        f"`{variable.name}` cannot be set as a variable",
        "use --external-auth-github-default-provider-enable=…, or externalAuthGithubDefaultProviderEnable in the server's YAML file",
        "its name begins like those of external auth providers: the server looks for an index in it and refuses to start",
    )


def _raw(variable: Variable) -> bytes:
    """Go sorts the texts `NAME=value` by their bytes, before it upper-cases names."""
    value = variable.value if isinstance(variable.value, str) else ""
    return f"{variable.name}={value}".encode("utf-8", "surrogatepass")


def _refuse_skipped(reading: Reading, expected: int, rest: list[Part], release: Release) -> None:
    eleventh = any(part.index == expected for part in rest) and not release.at_least(NUMERIC_SORT_SINCE)
    if not eleventh:
        refuse_gap(reading, expected, rest)
        return
    found = rest[0].index
    reading.refuse(
        5,
        rest[0].variable,
        f"external auth provider {found} sorts before {expected}",
        "use the indices 0 to 9, without leading zeros; more providers fit into externalAuthProviders of the server's YAML file",
        f"Coder {release} sorts these variables as text, so it meets {found} first and refuses to start",
        [part.variable.origin.name or part.variable.name for part in rest if part.index == found],
    )


def _wiped(reading: Reading, items: list[dict[str, tuple[Any, Origin]]], part: Part) -> None:
    """A lower-case name sorts behind all upper-case ones; the server then starts the earlier item anew."""
    lost = tuple(origin.name or "" for key, (_value, origin) in items[part.index].items() if key)
    items[part.index] = {"": (None, part.variable.origin)}
    reading.diagnostics.append(
        Diagnostic(
            code="EXT006",
            severity=Severity.WARNING,
            message=f"a variable with lower-case letters empties external auth provider {part.index}",
            help="write all names of the list in upper case",
            origin=part.variable.origin,
            why="its name sorts behind those of later providers, and the server then forgets what it had read of this one",
            about=(part.variable.origin.name or part.variable.name, *filter(None, lost)),
        )
    )


def _set(reading: Reading, values: dict[str, tuple[Any, Origin]], part: Part, release: Release) -> None:
    member = _by_key().get(part.key)
    if member is None or not has_key(member, release):
        reading.diagnostics.append(_unknown(reading, part, member, release))
        return
    try:
        values[member.attribute] = (_value(member, part.variable), part.variable.origin)
    except ValueParseError as error:
        reading.refuse(
            7,
            part.variable,
            f"the value is no {member.kind.name}: {error.reason}",
            error.help,
            "the server refuses to start",
        )


def _value(member: Member, variable: Variable) -> Any:  # noqa: ANN401  (a value of the member's kind)
    if not isinstance(variable.value, str):
        return variable.value
    if member.attribute == "regex":
        return variable.value  # the server compiles it only after the whole list was read
    return member.kind.parse(variable.value)


def _unknown(reading: Reading, part: Part, member: Member | None, release: Release) -> Diagnostic:
    known = [key for key, item in _by_key().items() if has_key(item, release)]
    since = f"Coder reads it from {member.key.since} on" if member is not None and member.key.since else ""
    return Diagnostic(
        code="EXT008",
        severity=Severity.WARNING,
        message=f"Coder {release} has no key `{part.key[:60]}` for an external auth provider",
        help=since or reading.did_you_mean(part.key, known, f"known keys: {', '.join(known)}"),
        origin=part.variable.origin,
        why="the server ignores it without a word, but counts the provider",
        about=(part.variable.origin.name or part.variable.name,),
    )


def _item(index: int, prefix: Prefix, values: dict[str, tuple[Any, Origin]]) -> Item:
    # The values are typed already, and a validator would refuse what only a variable can say (a list of one empty scope).
    model = ExternalAuthConfig.model_construct(**{key: value for key, (value, _origin) in values.items() if key})
    return Item(index, prefix.text, model, {key: origin for key, (_value, origin) in values.items()})
