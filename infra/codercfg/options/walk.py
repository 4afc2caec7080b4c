"""The one walker over models: every option, in upstream's order, with its path and metadata."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.options.group import Group
from codercfg.options.kind import Kind
from codercfg.options.leaf import Leaf
from codercfg.options.opt import Opt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic.fields import FieldInfo


def json_name(name: str, field: FieldInfo) -> str:
    """The key a field has in upstream's JSON document."""
    return field.alias or name


def subgroup(field: FieldInfo) -> type[Group] | None:
    """The group that a field holds, or None when it is a leaf."""
    annotation = field.annotation
    return annotation if isinstance(annotation, type) and issubclass(annotation, Group) else None


@lru_cache(maxsize=8)
def leaves(model: type[Group]) -> tuple[Leaf, ...]:
    """Every option below `model`, depth first, in the order of the fields."""
    return tuple(_walk(model, "", ()))


def _walk(model: type[Group], prefix: str, attributes: tuple[str, ...]) -> Iterator[Leaf]:
    for name, field in model.model_fields.items():
        path = f"{prefix}{json_name(name, field)}"
        group = subgroup(field)
        if group is not None:
            yield from _walk(group, f"{path}.", (*attributes, name))
            continue
        opt = next((item for item in field.metadata if isinstance(item, Opt)), None)
        kind = next((item for item in field.metadata if isinstance(item, Kind)), None)
        if opt is not None and kind is not None:
            flags = (opt.flag, *(alias.flag for alias in opt.aliases))
            yield Leaf(path, (*attributes, name), kind, opt.secret, flags, _always(opt))


def _always(opt: Opt) -> Callable[[str], Opt]:
    return lambda _path: opt
