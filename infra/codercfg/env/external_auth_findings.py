"""What can be wrong with the variables of external-auth providers, beyond what all indexed families share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.indexed import refuse_gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codercfg.configuration.setting import Item
    from codercfg.env.indexed import Part, Reading
    from codercfg.env.variable import Variable
    from codercfg.options.family import Member
    from codercfg.releases.release import Release

NUMERIC_SORT_SINCE = "2.34"  # upstream #26230; on the main branch between 2.34.1 and 2.35.0, so that a released 2.34 may lack it
_NUMERIC_SORT_CERTAIN_SINCE = "2.35"
_LAST_OF_ONE_DIGIT = 9


def refuse_clash(reading: Reading, variable: Variable) -> None:
    """An ordinary option whose variable happens to begin like the family's."""
    reading.refuse(
        9,
        variable,
        f"`{variable.name}` cannot be set as a variable",
        "use --external-auth-github-default-provider-enable=…, or externalAuthGithubDefaultProviderEnable in the server's YAML file",
        "its name begins like those of external auth providers: the server looks for an index in it and refuses to start",
    )


def refuse_skipped(reading: Reading, expected: int, rest: list[Part], release: Release) -> None:
    """An index is missing, or sorts too late."""
    if release.at_least(NUMERIC_SORT_SINCE) or not any(part.index == expected for part in rest):
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


def beyond_nine(path: str, items: Sequence[Item], release: Release) -> Diagnostic | None:
    """The finding about a list that variables cannot carry to the release, since its eleventh item needs the index 10."""
    first_unread = _LAST_OF_ONE_DIGIT + 1
    if len(items) <= first_unread or release.at_least(_NUMERIC_SORT_CERTAIN_SINCE):
        return None
    refused = not release.at_least(NUMERIC_SORT_SINCE)
    refuses = f"Coder {release} refuses" if refused else f"a released {release.series} may refuse"
    return Diagnostic(
        code="EXT005" if refused else "EXT010",
        severity=Severity.ERROR if refused else Severity.WARNING,
        message=f"{refuses} to start with {len(items)} external auth providers",
        help=f"keep {first_unread} of them, or choose release {_NUMERIC_SORT_CERTAIN_SINCE} or later",
        path=f"{path}[{first_unread}]",
        origin=items[first_unread].origin(),
        why="the list becomes numbered variables, which the server sorts as text: it meets 10 in front of 1",
    )


def warn_of_two_digits(reading: Reading, found: Iterable[Part], release: Release) -> None:
    """An index that a release sorts by number, though its first patch releases may not."""
    part = next((part for part in found if part.index > _LAST_OF_ONE_DIGIT), None)
    uncertain = release.at_least(NUMERIC_SORT_SINCE) and not release.at_least(_NUMERIC_SORT_CERTAIN_SINCE)
    if part is None or reading.diagnostics or not uncertain:
        return
    message = f"external auth provider {part.index} may stop start-up on a released {release.series}"
    help_text = "use the indices 0 to 9; more providers fit into externalAuthProviders of the server's YAML file"
    why = "sorting by number came after 2.34.1; a server that sorts as text meets 10 in front of 1 and refuses to start"
    _warn(reading, "EXT010", part, message, help_text, why)


def warn_of_wipe(reading: Reading, part: Part, lost: Iterable[str]) -> None:
    """A lower-case name sorts behind all upper-case ones; the server then starts the earlier item anew."""
    message = f"a variable with lower-case letters empties external auth provider {part.index}"
    why = "its name sorts behind those of later providers, and the server then forgets what it had read of this one"
    _warn(reading, "EXT006", part, message, "write all names of the list in upper case", why, lost)


def warn_of_unknown_key(reading: Reading, part: Part, member: Member | None, known: list[str], release: Release) -> None:
    """A key that the release does not read."""
    since = f"Coder reads it from {member.key.since} on" if member is not None and member.key.since else ""
    help_text = since or reading.did_you_mean(part.key, known, f"known keys: {', '.join(known)}")
    message = f"Coder {release} has no key `{part.key[:60]}` for an external auth provider"
    _warn(reading, "EXT008", part, message, help_text, "the server ignores it without a word, but counts the provider")


def _warn(
    reading: Reading,
    code: str,
    part: Part,
    message: str,
    help_text: str,
    why: str,
    more: Iterable[str] = (),
) -> None:
    origin = part.variable.origin
    about = (origin.name or part.variable.name, *more)
    reading.diagnostics.append(Diagnostic(code, Severity.WARNING, message, help_text, origin=origin, why=why, about=about))
