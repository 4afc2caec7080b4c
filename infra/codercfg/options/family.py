"""Indexed families: lists whose items come from `PREFIX_<N>_<KEY>` variables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.options.kind import Kind
from codercfg.options.opt import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Prefix:
    """One spelling of a family's prefix.

    Attributes:
        text: With its final underscore: `CODER_EXTERNAL_AUTH_`.
        since: First release that reads it; None when all known ones do.
        until: Last release that reads it; None when the newest known one does.
        legacy: Read for old configurations, never written.
    """

    text: str
    since: str | None = None
    until: str | None = None
    legacy: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Metadata of a list field whose items are indexed variables.

    Attributes:
        name: What one item is called, for messages.
        description: What the list is for.
        prefixes: The spellings, newest first.
    """

    name: str
    description: str
    prefixes: tuple[Prefix, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One key of a family's item: the model's attribute, its JSON name, its metadata and its kind."""

    attribute: str
    json_name: str
    key: Key
    kind: Kind


def members(model: type[Any]) -> tuple[Member, ...]:
    """The keys of one item, in the order in which they are written.

    Args:
        model: The model of an item, or the record in its place.
    """
    known = _MEMBERS.get(model)
    if known is None:
        known = _MEMBERS[model] = tuple(_found(model.model_fields))
    return known


_MEMBERS: dict[type, tuple[Member, ...]] = {}  # a class is no `Hashable` to the type checker, so no `lru_cache`


def _found(fields: Mapping[str, Any]) -> Iterator[Member]:
    for name, field in fields.items():
        key = next((item for item in field.metadata if isinstance(item, Key)), None)
        kind = next((item for item in field.metadata if isinstance(item, Kind)), None)
        if key is not None and kind is not None:
            yield Member(name, field.alias or name, key, kind)
