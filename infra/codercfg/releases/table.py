"""The generated table of options: which release has which, under which names, with which default."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from codercfg.releases.release import Release


@dataclass(frozen=True, slots=True)
class Record:
    """One option as one catalogue shows it; see `options.opt.Opt` for the meaning of the attributes."""

    name: str
    flag: str
    field: str
    type: str
    env: str | None = None
    yaml: str | None = None
    group: str | None = None
    default: str | None = None
    shorthand: str | None = None
    secret: bool = False
    hidden: bool = False
    enterprise: bool = False
    validated: bool = False
    workspace_proxy: bool = False
    dynamic_default: bool = False
    enum: tuple[str, ...] = ()
    use_instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of releases in which an option did not change: first and last series, both included."""

    since: str
    until: str
    record: Record


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    # not importlib.resources, whose import takes longer than reading the file
    text = Path(__file__).with_name("data").joinpath("options.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@lru_cache(maxsize=1)
def known_series() -> tuple[str, ...]:
    """The releases with a catalogue, oldest first."""
    return tuple(_data()["releases"])


def newest() -> Release:
    """The newest release with a catalogue."""
    return Release.parse(known_series()[-1])


@lru_cache(maxsize=64)
def nearest(release: Release) -> str:
    """The known series whose catalogue is used for `release`: the same one, else the closest older one, else the oldest."""
    older = [series for series in known_series() if Release.parse(series).line <= release.line]
    return older[-1] if older else known_series()[0]


def history(flag: str) -> tuple[Span, ...]:
    """What happened to the option with this flag, oldest span first; empty when no known release has it."""
    return tuple(_span(item) for item in _data()["options"].get(flag, ()))


@lru_cache(maxsize=16)
def records(series: str) -> tuple[Record, ...]:
    """Every option of a known series, in the order in which the server applies them (by name)."""
    line = Release.parse(series).line
    found = [
        _record(item)
        for spans in _data()["options"].values()
        for item in spans
        if Release.parse(item["since"]).line <= line <= Release.parse(item["until"]).line
    ]
    return tuple(sorted(found, key=lambda record: record.name))


@lru_cache(maxsize=1)
def flags() -> tuple[str, ...]:
    """The flag of every option of every known release: the key that never changed."""
    return tuple(_data()["options"])


def _span(item: dict[str, Any]) -> Span:
    return Span(item["since"], item["until"], _record(item))


def _record(item: dict[str, Any]) -> Record:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in item.items() if key not in {"since", "until"}
    }
    return Record(**values)
