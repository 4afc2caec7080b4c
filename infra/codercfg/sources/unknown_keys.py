"""Keys of the server's YAML file that the release does not have."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.releases import table
from codercfg.values.yaml_node import Mapping, Node, Scalar

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Catalog
    from codercfg.diagnostics.origin import Origin
    from codercfg.releases.release import Release

_MOST_INNER = 20
_DEEPEST_INNER = 4


@lru_cache(maxsize=1)
def _series_by_key() -> dict[str, tuple[str, ...]]:
    """By dotted key, option or group, the series that know it."""
    found: dict[str, dict[str, None]] = {}
    for series in table.known_series():
        for record in table.records(series):
            parts = record.yaml.split(".") if record.yaml else []
            for end in range(1, len(parts) + 1):
                found.setdefault(".".join(parts[:end]), {})[series] = None
    return {key: tuple(series) for key, series in found.items()}


@lru_cache(maxsize=16)
def _by_last_part(series: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for record in table.records(series):
        if record.yaml:
            found.setdefault(record.yaml.rpartition(".")[2].casefold(), []).append(record.yaml)
    return {part: tuple(keys) for part, keys in found.items()}


def inner_keys(node: Node, prefix: str) -> tuple[str, ...]:
    """The dotted keys inside an unknown one, as far as anybody wants to read them: the server names each."""
    found: list[str] = []
    waiting = [(prefix, node, 0)]
    while waiting and len(found) < _MOST_INNER:
        outer, mapping, depth = waiting.pop(0)
        if not isinstance(mapping, Mapping) or depth > _DEEPEST_INNER:
            continue
        for key, value in zip(mapping.items[: 2 * _MOST_INNER : 2], mapping.items[1 : 2 * _MOST_INNER : 2], strict=True):
            if isinstance(key, Scalar):
                found.append(f"{outer}.{key.value}")
                waiting.append((found[-1], value, depth + 1))
    return tuple(found[:_MOST_INNER])


def unknown_key(
    key: str,
    inner: tuple[str, ...],
    origin: Origin,
    catalog: Catalog,
    release: Release,
    *,
    suggest: bool = True,
) -> Diagnostic:
    """The server refuses to start; the help says in which release the key exists, where it belongs, or what it resembles.

    Args:
        key: The dotted key.
        inner: Keys inside it.
        origin: Its place.
        catalog: The options of the release.
        release: The release.
        suggest: Whether to look for similar keys, which costs a millisecond.
    """
    return Diagnostic(
        code="YML003",
        severity=Severity.ERROR,
        message=f"Coder {release} has no option `{key[:120]}` in its YAML file",
        help=_help(key, catalog, release, suggest=suggest),
        origin=origin,
        why="the server refuses to start when it meets an unknown key",
        about=(key, *inner),
    )


def _help(key: str, catalog: Catalog, release: Release, *, suggest: bool) -> str:
    series = _series_by_key().get(key)
    if series is not None:
        return (
            f"use release {series[0]} or later, or remove it"
            if not release.at_least(series[0])
            else f"remove it: it went after {series[-1]}"
        )
    elsewhere = _by_last_part(catalog.series).get(key.rpartition(".")[2].casefold())
    if elsewhere:
        return f"it is written {' or '.join(f'`{item}`' for item in elsewhere[:3])}"
    option = catalog.by_env.get(key.upper()) or catalog.by_flag.get(key)
    if option is not None and option.record.yaml:
        return f"its YAML key is `{option.record.yaml}`"
    if option is not None:
        return f"the option has no YAML key; set {option.env or '--' + option.record.flag}"
    return did_you_mean(key, catalog.by_yaml, "remove it") if suggest else "remove it"
