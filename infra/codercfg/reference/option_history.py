"""What happened to an option from release to release, as sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from codercfg.releases.table import history, known_series

if TYPE_CHECKING:
    from codercfg.releases.table import Record, Span


def since(flag: str) -> str | None:
    """The first release with the option, or None when the oldest known one has it already."""
    first = history(flag)[0].since
    return None if first == known_series()[0] else first


def until(flag: str) -> str | None:
    """The last release with the option, or None when the newest known one has it still."""
    last = history(flag)[-1].until
    return None if last == known_series()[-1] else last


def releases(flag: str) -> str:
    """`all known (2.27 to 2.34)`, `2.33 and later`, `up to 2.31`, `2.29 to 2.31`."""
    first, last = since(flag), until(flag)
    if first and last:
        return f"{first} to {last}"
    if first:
        return f"{first} and later"
    return f"up to {last}" if last else f"all known ({known_series()[0]} to {known_series()[-1]})"


def changes(flag: str) -> tuple[str, ...]:
    """`2.30: default 24h0m0s, was 48h0m0s`, oldest first; empty when nothing changed."""
    return tuple(f"{new.since}: {sentence}" for old, new in pairwise(history(flag)) for sentence in _differences(old, new))


def _differences(old: Span, new: Span) -> list[str]:
    return [
        f"{label} {_shown(_value(new.record, attribute))}, was {_shown(_value(old.record, attribute))}"
        for attribute, label in _LABELS.items()
        if _value(old.record, attribute) != _value(new.record, attribute)
    ]


_LABELS = {
    "env": "variable",
    "yaml": "server YAML key",
    "default": "default",
    "type": "type",
    "enum": "accepted words",
    "shorthand": "short flag",
    "secret": "marked secret upstream",
    "enterprise": "needs a licence",
    "validated": "checked while parsing",
    "use_instead": "replaced by",
    "field": "JSON path upstream",
}


def _value(record: Record, attribute: str) -> object:
    return getattr(record, attribute)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value) if value else "none"
