"""What has to change in a stack for another release."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog
from codercfg.migrate.names import renamed
from codercfg.migrate.providers import LISTED_UNTIL, Conversion, convert, retyped
from codercfg.models.families import AI_PROVIDER_FAMILY
from codercfg.rules.ai_providers import legacy

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.migrate.document import Path
    from codercfg.releases.release import Release
    from codercfg.sources.stack.stack import StackInputs

LIST = "ai.bridge.providers"
REMOVED_IN = "2.38"
_REMOVED = frozenset((*legacy.ALL, "hide_ai_tasks"))  # coder/coder #29053, #28008
_DATABASE = "AI providers live in the database"


@dataclass(slots=True)
class Plan:
    """The changes.

    Attributes:
        conversion: Providers that take the place of the older options.
        places: Path in the file of each option that moves or goes, by JSON path.
        dropped: Comment by path in the file.
        renamed: New names of variables, by the name as written.
        to_variables: Whether new providers become variables of `coder:env` instead of items of the list.
        next_index: The first free index of these.
        prefix: Their prefix.
        retyped: Positions of listed providers whose type becomes `bedrock`.
    """

    conversion: Conversion
    places: dict[str, Path] = field(default_factory=dict)
    dropped: dict[Path, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    to_variables: bool = False
    next_index: int = 0
    prefix: str = ""
    retyped: tuple[int, ...] = ()


def plan(inputs: StackInputs, config: Configuration, target: Release) -> Plan:
    """Compare what is written with what `target` has."""
    found = Plan(convert(config, target))
    sections = _sections(inputs)
    known = catalog(target).by_path
    gone = _REMOVED if target.at_least(REMOVED_IN) else frozenset()
    for path, setting in config.settings.items():
        name = setting.origin.name or path
        in_file: Path = ("config", sections["deployment"], *path.split(".")) if name == path else ("config", sections["env"], name)
        found.places[path] = in_file
        if path in found.conversion.dropped:
            found.dropped[in_file] = _comment(name, found.conversion.dropped[path])
        elif path not in known or path in gone:
            found.dropped[in_file] = _comment(name, _DATABASE if path in legacy.ALL else f"Coder {target.series} has no such option")
    _drop_list(found, config, sections, target)
    _rename(found, inputs, config, sections, target)
    _choose_place(found, config, sections, target)
    found.retyped = retyped(config, target)
    return found


def _comment(name: str, reason: str) -> str:
    return f"# {name} went: {reason}"


def _sections(inputs: StackInputs) -> dict[str, str]:
    """By name of a section, its key below `config`."""
    return {} if inputs.written is None else {name: key for name, (_config, key) in inputs.written.sections.items()}


def _drop_list(found: Plan, config: Configuration, sections: dict[str, str], target: Release) -> None:
    """From 2.38 on nothing reads the list; `target` before 2.33 is left to the check, for the providers would be lost."""
    if not target.at_least(REMOVED_IN):
        return
    for item in config.providers:
        if not item.prefix:
            found.dropped["config", sections["deployment"], *LIST.split(".")] = _comment(LIST, _DATABASE)
            continue
        for origin in item.origins.values():
            if origin.name:
                found.dropped["config", sections["env"], origin.name] = _comment(origin.name, _DATABASE)


def _rename(found: Plan, inputs: StackInputs, config: Configuration, sections: dict[str, str], target: Release) -> None:
    if inputs.written is None or "env" not in sections:
        return
    holder, key = inputs.written.sections["env"]
    section = holder[key]
    if not isinstance(section, dict):
        return
    moving = {path for provider in found.conversion.providers for path in provider.moved.values()}
    stay = {found.places[path][-1] for path in moving} | {path[-1] for path in found.dropped}
    names = [name for name in section if name not in stay]
    found.renamed = renamed(names, config, target)


def _choose_place(found: Plan, config: Configuration, sections: dict[str, str], target: Release) -> None:
    prefixes = [prefix.text for prefix in AI_PROVIDER_FAMILY.prefixes]
    indexed = [item for item in config.providers if item.prefix]
    moved = [found.places[path] for provider in found.conversion.providers for path in provider.moved.values()]
    only_variables = bool(moved) and all(path[1] == sections.get("env") for path in moved)
    found.to_variables = bool(indexed) or (only_variables and not config.providers)
    found.next_index = len(indexed)
    found.prefix = prefixes[0] if target.at_least("2.34") and target.at_most(LISTED_UNTIL) else prefixes[1]
