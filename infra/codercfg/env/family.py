"""From the items of an indexed family to `PREFIX_<N>_<KEY>` variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.env.entry import PlainEnv
from codercfg.env.external_auth_findings import beyond_nine
from codercfg.models.families import AI_PROVIDER_FAMILY, EXTERNAL_AUTH_FAMILY
from codercfg.options.family import Family, Member, Prefix, members
from codercfg.releases.release import Release

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Item
    from codercfg.env.rendered import Rendered

FAMILIES = {"ai.bridge.providers": AI_PROVIDER_FAMILY, "external_auth": EXTERNAL_AUTH_FAMILY}


def reads(prefix: Prefix, release: Release) -> bool:
    """Whether the release reads variables with this prefix."""
    since = prefix.since is None or release.at_least(prefix.since)
    return since and (prefix.until is None or release.line <= Release.parse(prefix.until).line)


def written_prefix(family: Family, release: Release) -> Prefix | None:
    """The prefix to write for the release, or None when it reads the family from no variable."""
    return next((prefix for prefix in family.prefixes if not prefix.legacy and reads(prefix, release)), None)


def is_indexed(variable: str) -> bool:
    """Whether the server takes the variable for one of an indexed family.

    True for `CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE`, an ordinary option whose variable therefore always stops start-up.
    """
    return any(variable.startswith(prefix.text) for family in FAMILIES.values() for prefix in family.prefixes)


def has_key(member: Member, release: Release) -> bool:
    """Whether the release reads this key of an item."""
    return member.key.since is None or release.at_least(member.key.since)


def render_family(
    rendered: Rendered,
    configuration: Configuration,
    owner: str,
    path: str,
    items: tuple[Item, ...],
    secret_name: Callable[[str], str],
) -> None:
    """Add the variables of all items, numbered from 0 in the given order."""
    if not items:
        return
    prefix = written_prefix(FAMILIES[path], configuration.release)
    if prefix is None:
        rendered.diagnostics.append(_ignored(configuration, path, items))
        return
    _refuse_beyond_nine(rendered, configuration, path, items)
    for index, item in enumerate(items):
        for member in members(type(item.value)):
            value = getattr(item.value, member.attribute)
            if value is None or member.key.env is None:
                continue
            name = f"{prefix.text}{index}_{member.key.env}"
            if not has_key(member, configuration.release):
                rendered.diagnostics.append(_key_missing(configuration, f"{path}[{index}].{member.json_name}", item, member))
            elif member.kind.secret:
                rendered.add_secret(name, value, owner, secret_name)
            else:
                rendered.entries.append(PlainEnv(name, member.kind.to_env(value)))


def _refuse_beyond_nine(rendered: Rendered, configuration: Configuration, path: str, items: tuple[Item, ...]) -> None:
    finding = beyond_nine(path, items, configuration.release) if path == "external_auth" else None
    if finding is not None and finding.severity is Severity.ERROR:  # whoever reads the list has given the warning
        rendered.diagnostics.append(finding)


def _ignored(configuration: Configuration, path: str, items: tuple[Item, ...]) -> Diagnostic:
    family = FAMILIES[path]
    return Diagnostic(
        code="ENV051",
        severity=Severity.ERROR,
        message=f"Coder {configuration.release} reads no {family.name} from the environment",
        path=path,
        origin=items[0].origin(),
        why="the list would be ignored without a word",
        help="use a release that reads the list, or configure the providers in the product",
    )


def _key_missing(configuration: Configuration, path: str, item: Item, member: Member) -> Diagnostic:
    return Diagnostic(
        code="ENV052",
        severity=Severity.ERROR,
        message=f"Coder {configuration.release} does not read `{path}`",
        path=path,
        origin=item.origin(member.json_name),
        why="the server ignores unknown keys of an indexed variable",
        help=f"remove it, or choose release {member.key.since} or later",
    )
