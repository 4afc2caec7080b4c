"""What a release makes of one name of an option, on each surface."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.catalog import catalog, leaf_by_flag
from codercfg.env.family import FAMILIES, reads, written_prefix
from codercfg.releases import table
from codercfg.rules.ai_providers import legacy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.options.family import Prefix
    from codercfg.releases.release import Release
    from codercfg.releases.table import Record

SEED_SINCE, REMOVED_IN = "2.34", "2.38"
_PROVIDERS = "ai.bridge.providers"
_INDEXED = "<N>_<KEY>"


class Standing(StrEnum):
    """How a release stands to a name."""

    READ = "read"
    UNKNOWN = "unknown"
    ADDED_LATER = "added-later"
    REMOVED = "removed"
    DEPRECATED = "deprecated"
    RENAMED = "renamed"
    SEED_ONLY = "seed-only"


class Effect(StrEnum):
    """What the server does with the name."""

    READ = "read"
    IGNORED = "ignored"
    FATAL = "fatal"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One name on one surface.

    Attributes:
        surface: `variable`, `flag` or `yaml`.
        name: The name: `CODER_AIBRIDGE_ENABLED`, `--aibridge-enabled`, `aibridge.enabled`.
        standing: How the release stands to it.
        effect: What the server does with it.
        other: The release that added it, or the name to use instead; empty otherwise.
    """

    surface: str
    name: str
    standing: Standing
    effect: Effect
    other: str = ""

    @property
    def code(self) -> str:
        """The code under which a check reports it, empty for what is read: to be ignored and to stop the server are two."""
        if self.effect is Effect.READ:
            return ""
        if self.name.endswith(_INDEXED):
            return "AIP006"  # no release that is known lacks a prefix of external auth
        ignored = "ENV001" if self.standing is Standing.UNKNOWN else "ENV004"
        return {"variable": ignored, "flag": "ARG001"}.get(self.surface, "YML003")

    @property
    def sentence(self) -> str:
        """For people: `deprecated: use CODER_X`."""
        extra = {
            Standing.ADDED_LATER: f"added in {self.other}",
            Standing.DEPRECATED: f"deprecated: use {self.other}",
            Standing.RENAMED: f"renamed to {self.other}",
            Standing.SEED_ONLY: "read at the first start only: changing it later fails",
        }.get(self.standing, self.standing.value)
        return extra if self.effect is Effect.READ else f"{extra}, {_EFFECTS[self.effect]}"


_EFFECTS = {Effect.IGNORED: "silently ignored", Effect.FATAL: "the server will not start"}


def verdicts(path: str, release: Release) -> tuple[Verdict, ...]:
    """Every name that an option has had in any known release, as `release` takes it; empty for a path that is none."""
    if path in FAMILIES:
        return tuple(_of_family(path, release))
    found: dict[tuple[str, str], Verdict] = {}
    for flag in _flags(path):
        for span in table.history(flag):
            for surface, name in _names(span.record):
                found.setdefault((surface, name), _verdict(path, surface, name, release))
    return tuple(found.values())


def _flags(path: str) -> Iterator[str]:
    return (flag for flag, leaf in leaf_by_flag().items() if leaf.path == path)


def _names(record: Record) -> Iterator[tuple[str, str]]:
    if record.env:
        yield "variable", record.env
    yield "flag", f"--{record.flag}"
    if record.yaml:
        yield "yaml", record.yaml


def _verdict(path: str, surface: str, name: str, release: Release) -> Verdict:
    fails = Effect.IGNORED if surface == "variable" else Effect.FATAL
    if release.at_least(REMOVED_IN) and (path in legacy.ALL or path == "hide_ai_tasks"):
        return Verdict(surface, name, Standing.REMOVED, fails)
    known = catalog(release)
    option = {"variable": known.by_env, "flag": known.by_flag}.get(surface, known.by_yaml).get(name.removeprefix("--"))
    if option is None:
        return _unread(surface, name, release, fails)
    if path in legacy.ALL and release.at_least(SEED_SINCE):
        return Verdict(surface, name, Standing.SEED_ONLY, Effect.READ)
    if not option.record.use_instead:
        return Verdict(surface, name, Standing.READ, Effect.READ)
    primary = dict(_names(known.by_path[path][0].record)).get(surface, "")
    if option.primary or not primary or primary == name:
        return Verdict(surface, name, Standing.DEPRECATED, Effect.READ, " or ".join(option.record.use_instead))
    return Verdict(surface, name, Standing.RENAMED, Effect.READ, primary)


def _unread(surface: str, name: str, release: Release, fails: Effect) -> Verdict:
    having = [series for series in table.known_series() if (surface, name) in _names_of(series)]
    if not having:
        return Verdict(surface, name, Standing.UNKNOWN, fails)
    if not release.at_least(having[0]):
        return Verdict(surface, name, Standing.ADDED_LATER, fails, having[0])
    return Verdict(surface, name, Standing.REMOVED, fails)


@lru_cache(maxsize=16)
def _names_of(series: str) -> frozenset[tuple[str, str]]:
    """All names of a known release, each with its surface."""
    return frozenset(name for record in table.records(series) for name in _names(record))


def _of_family(path: str, release: Release) -> Iterator[Verdict]:
    first = written_prefix(FAMILIES[path], release)
    for prefix in FAMILIES[path].prefixes:
        name = f"{prefix.text}{_INDEXED}"
        if not reads(prefix, release):
            yield _unread_prefix(prefix, name, release)
        elif path == _PROVIDERS and release.at_least(SEED_SINCE):
            yield Verdict("variable", name, Standing.SEED_ONLY, Effect.READ)
        elif prefix is not first and first is not None:
            yield Verdict("variable", name, Standing.RENAMED, Effect.READ, f"{first.text}{_INDEXED}")
        else:
            yield Verdict("variable", name, Standing.READ, Effect.READ)


def _unread_prefix(prefix: Prefix, name: str, release: Release) -> Verdict:
    later = prefix.since is not None and not release.at_least(prefix.since)
    return Verdict(
        "variable", name, Standing.ADDED_LATER if later else Standing.REMOVED, Effect.IGNORED, (prefix.since or "") if later else ""
    )
