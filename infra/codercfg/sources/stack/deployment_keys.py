"""The keys of the section `coder:deployment`, as the tree in which they are written.

A check spends its time on options, so what the models and the release say about each is joined beforehand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codercfg.catalog.catalog import series_catalog
from codercfg.catalog.outline import outline_leaves, record_class
from codercfg.options.kinds import URL
from codercfg.sources.stack.families import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.catalog.catalog import Option
    from codercfg.options.leaf import Leaf
    from codercfg.options.record import Field, Record


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand behind one key.

    Attributes:
        path: JSON path.
        attributes: The same as Python attributes.
        accept: Reads the value of an option or list; raises `ValueParseError` or `NotPlainError`.
        below: The keys of a group; None for an option or list.
        leaf: The option in any release; None for a group or list.
        option: The option of the release; None when it has none.
        exact: Python type whose every value `accept` returns as it is; None when there is none.
        plain: The option when the release takes every value that `accept` takes, and has no better name for it; else None.
    """

    path: str
    attributes: tuple[str, ...]
    accept: Callable[[Any], Any]
    below: dict[str, Key] | None
    leaf: Leaf | None = None
    option: Option | None = None
    plain: Option | None = None
    exact: type | None = None

    def value(self, root: Any) -> Any:  # noqa: ANN401  (a value of any kind)
        """The value below a model of the section."""
        found: Any = root
        for attribute in self.attributes:
            found = getattr(found, attribute)
        return found


@lru_cache(maxsize=16)
def keys_of(series: str) -> dict[str, Key]:
    """The outermost keys, for a known series."""
    return _keys(record_class("DeploymentValues"), "", (), series)


def _keys(record: type[Record], prefix: str, attributes: tuple[str, ...], series: str) -> dict[str, Key]:
    found = {}
    for name, field in record.model_fields.items():
        path, here = prefix + field.alias, (*attributes, name)
        if field.group is not None and not field.many:
            found[field.alias] = Key(path, here, field.accept, _keys(field.group, f"{path}.", here, series))
        else:
            found[field.alias] = _key(path, here, field, series)
    return found


def _key(path: str, attributes: tuple[str, ...], field: Field, series: str) -> Key:
    option = next(iter(series_catalog(series).by_path.get(path, ())), None)
    is_list = path in LISTS
    leaf = None if is_list else leaf_by_path()[path]
    plain = option is not None and not (is_list or option.record.validated or option.record.use_instead or option.kind is URL)
    return Key(path, attributes, field.accept, None, leaf, option, option if plain else None, field.exact)


@lru_cache(maxsize=1)
def leaf_by_path() -> dict[str, Leaf]:
    """Every option of any release, lists excepted."""
    return {leaf.path: leaf for leaf in outline_leaves() if leaf.path not in LISTS}
