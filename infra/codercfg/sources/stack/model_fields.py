"""What a model wants at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from codercfg.options.group import Group
from codercfg.options.kind import Kind
from codercfg.options.walk import json_name

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from codercfg.sources.stack.locate import Loc


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


def group_of(annotation: Any) -> type[Group] | None:  # noqa: ANN401  (a value of any kind)
    """The group in an annotation such as `tuple[AIBridgeProviderConfig, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Group):
        return annotation
    return next((found for part in get_args(annotation) if (found := group_of(part)) is not None), None)


def kind_of(field: FieldInfo | None) -> Kind | None:
    """The kind of an option's field."""
    return None if field is None else next((item for item in field.metadata if isinstance(item, Kind)), None)
