"""From a place in a model to the place in the file, and to what the model wants there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from codercfg.options.group import Group
from codercfg.options.kind import Kind
from codercfg.options.walk import json_name

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

Loc = tuple[int | str, ...]


def dotted(loc: Loc) -> str:
    """`("ai", "bridge", "providers", 0, "key")` as `ai.bridge.providers[0].key`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".")


def entry(root: Any, loc: Loc) -> tuple[Any, Any, Loc]:  # noqa: ANN401  (any YAML)
    """The innermost container on the way along `loc`, the value in it, and how far the way led."""
    holder: Any = None
    value, reached = root, 0
    for part in loc:
        if not has(value, part):
            break
        holder, value = value, value[part]
        reached += 1
    return holder, value, loc[:reached]


def has(container: Any, part: int | str) -> bool:  # noqa: ANN401  (any YAML)
    """Whether a map has the key, or a list the position."""
    if isinstance(container, list):
        return isinstance(part, int) and part < len(container)
    return isinstance(container, dict) and part in container


def field_at(model: type[Group], loc: Loc) -> tuple[type[Group], FieldInfo | None]:
    """The field at `loc` below `model` and the model that holds it; no field where the model has none."""
    held: type[Group] | None = model
    field = None
    for part in loc:
        if isinstance(part, int):
            continue
        if held is None:
            break
        model = held
        field = next((item for name, item in model.model_fields.items() if json_name(name, item) == part), None)
        held = group_of(field.annotation) if field is not None else None
    return (model, field) if loc else (model, None)


def group_of(annotation: Any) -> type[Group] | None:  # noqa: ANN401  (any annotation)
    """The group in an annotation such as `tuple[AIBridgeProviderConfig, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Group):
        return annotation
    return next((found for part in get_args(annotation) if (found := group_of(part)) is not None), None)


def kind_of(field: FieldInfo | None) -> Kind | None:
    """The kind of an option's field."""
    return None if field is None else next((item for item in field.metadata if isinstance(item, Kind)), None)


def without(data: Any, locs: set[Loc]) -> Any:  # noqa: ANN401  (any YAML)
    """A copy of a map without the entries at `locs`; what is not on the way is shared, not copied."""
    heads: dict[int | str, set[Loc]] = {}
    for loc in locs:
        heads.setdefault(loc[0], set()).add(loc[1:])
    copy = type(data)(data)
    copy.places = data.places
    for head, tails in heads.items():
        if () in tails or not isinstance(data[head], dict):
            del copy[head]
        else:
            copy[head] = without(data[head], tails)
    return copy
