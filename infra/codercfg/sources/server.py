"""All of the server's own inputs, put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog
from codercfg.configuration.configuration import Configuration
from codercfg.configuration.setting import Item
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.env.families import read_families
from codercfg.env.variable import upper
from codercfg.releases.table import known_series, nearest
from codercfg.sources.arguments import read_arguments
from codercfg.sources.assigned import Found
from codercfg.sources.config_file import read_config_file
from codercfg.sources.environ import members_of, read_environ
from codercfg.sources.precedence import merge

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from codercfg.configuration.setting import Setting
    from codercfg.env.variable import Variable
    from codercfg.releases.release import Release


@dataclass(slots=True)
class ServerInputs:
    """What the server would hold, and what is wrong with how it was given.

    Attributes:
        configuration: The options and lists that could be read.
        diagnostics: Findings of reading.
        unreadable: JSON paths whose value was refused; `@providers` and `@external_auth` when that list is not complete.
        not_checked: Checks that were not made, one sentence each.
    """

    configuration: Configuration
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unreadable: frozenset[str] = frozenset()
    not_checked: list[str] = field(default_factory=list)


def read_server_inputs(
    variables: Sequence[Variable],
    release: Release,
    config_yaml: str | None = None,
    args: Sequence[str] = (),
    read_file: Callable[[str], bytes] | None = None,
) -> ServerInputs:
    """Read everything that the server of `release` would read.

    Args:
        variables: The environment, in its order.
        release: The release.
        config_yaml: Text of the YAML file, when the caller has it.
        args: The arguments behind `coder server`.
        read_file: Reads a file that an option names, raising OSError.
    """
    options = catalog(release)
    from_environ = read_environ(variables, options, release)
    from_flags = read_arguments(args, options, release) if args else Found()
    from_yaml = read_config_file(config_yaml, from_environ, from_flags, options, release, read_file)
    merged = merge(options, release, from_environ.assigned, from_flags.assigned, from_yaml.assigned)
    families = read_families(members_of(variables), release)
    sources = (from_environ, from_flags, from_yaml)
    external_auth = (*_listed(merged.settings), *families.external_auth)
    configuration = Configuration(
        release=release,
        settings=merged.settings,
        providers=families.providers,
        external_auth=external_auth,
        environ={upper(variable.name): variable.value for variable in variables if isinstance(variable.value, str)},
        read_file=read_file,
    )
    return ServerInputs(
        configuration=configuration,
        diagnostics=[
            *_unknown_release(release),
            *(item for found in sources for item in found.diagnostics),
            *merged.diagnostics,
            *families.diagnostics,
        ],
        unreadable=_unreadable(sources, families.diagnostics),
        not_checked=[sentence for found in sources for sentence in found.not_checked],
    )


def _unknown_release(release: Release) -> list[Diagnostic]:
    used = nearest(release)
    if used == release.series:
        return []
    return [
        Diagnostic(
            code="REL003",
            severity=Severity.WARNING,
            message=f"the options of Coder {release.series} are not known",
            help=f"known are {', '.join(known_series())}; read the release notes of the others",
            path="release",
            origin=Origin("keyword", name="release"),
            why=f"it is checked as if it were {used}: what changed since is not seen",
            about=("release",),
        )
    ]


def _unreadable(sources: Sequence[Found], of_families: Sequence[Diagnostic]) -> frozenset[str]:
    paths = {path for found in sources for path in found.failed}
    refused = {item.code[:3] for item in of_families if item.severity is Severity.ERROR}
    return frozenset(paths | ({"@providers"} if "AIP" in refused else set()) | ({"@external_auth"} if "EXT" in refused else set()))


def _listed(settings: Mapping[str, Setting]) -> tuple[Item, ...]:
    """The external-auth providers of the server's YAML file or flag; the server takes them in front of those from variables."""
    setting = settings.get("external_auth")
    if setting is None:
        return ()
    return tuple(Item(index, "", value, {"": setting.origin}) for index, value in enumerate(setting.value))
