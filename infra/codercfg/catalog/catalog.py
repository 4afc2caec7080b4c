"""Finds the option behind a path, variable, flag or YAML key of one release."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.catalog.outline import outline_leaves
from codercfg.releases import table

if TYPE_CHECKING:
    from codercfg.options.kind import Kind
    from codercfg.options.leaf import Leaf
    from codercfg.releases.release import Release
    from codercfg.releases.table import Record


@dataclass(frozen=True, slots=True)
class Option:
    """One option of one release: where its value lives and what the release calls it.

    Attributes:
        record: What the release's catalogue says about it.
        leaf: Where its value lives.
        kind: How the value is read and printed.
        secret: Whether the value must never be shown; wider than upstream's mark in `record.secret`.
    """

    record: Record
    leaf: Leaf
    kind: Kind = field(init=False, compare=False, repr=False)
    secret: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Copy what rules ask of every option that is set, instead of looking it up in the leaf each time."""
        object.__setattr__(self, "kind", self.leaf.kind)
        object.__setattr__(self, "secret", self.leaf.secret)

    @property
    def path(self) -> str:
        """Dotted JSON path in the deployment document."""
        return self.leaf.path

    @property
    def env(self) -> str | None:
        """The variable in this release, or None."""
        return self.record.env

    @property
    def primary(self) -> bool:
        """Whether this is the name under which the field is written, not an alias of it."""
        return self.record.flag == self.leaf.flag


@dataclass(frozen=True, slots=True)
class Catalog:
    """All options of a release series.

    Attributes:
        series: The known series whose catalogue this is: `2.33`.
        options: In the order in which the server applies them (by name).
        by_env: By variable.
        by_flag: By flag, without dashes.
        by_yaml: By dotted YAML key.
        by_path: By JSON path; several when a field has an alias, the name to write first.
    """

    series: str
    options: tuple[Option, ...]
    by_env: dict[str, Option]
    by_flag: dict[str, Option]
    by_yaml: dict[str, Option]
    by_path: dict[str, tuple[Option, ...]]


@lru_cache(maxsize=1)
def leaf_by_flag() -> dict[str, Leaf]:
    """Every flag of every release, aliases included, with the leaf it writes to."""
    found: dict[str, Leaf] = {}
    for leaf in outline_leaves():
        for flag in leaf.flags:
            if flag is not None:
                found[flag] = leaf
    return found


def catalog(release: Release) -> Catalog:
    """The options of `release`, or of the nearest known series when it has no catalogue."""
    return series_catalog(table.nearest(release))


@lru_cache(maxsize=16)
def series_catalog(series: str) -> Catalog:
    """The options of a known series."""
    by_flag = leaf_by_flag()
    options = tuple(Option(record, by_flag[record.flag]) for record in table.records(series))
    by_path: dict[str, tuple[Option, ...]] = {}
    for option in options:
        by_path[option.path] = tuple(sorted((*by_path.get(option.path, ()), option), key=lambda item: not item.primary))
    return Catalog(
        series=series,
        options=options,
        by_env={option.env: option for option in options if option.env},
        by_flag={option.record.flag: option for option in options},
        by_yaml={option.record.yaml: option for option in options if option.record.yaml},
        by_path=by_path,
    )
