"""A section as a record, or what the model has against it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from codercfg.catalog.outline import home_of, record_class
from codercfg.options.record import NotPlainError

if TYPE_CHECKING:
    from pydantic import ValidationError

    from codercfg.options.group import Group


def model_class(name: str) -> type[Group]:
    """The model of this name; loads pydantic and the models."""
    found: type[Group] = getattr(import_module(home_of(name)), name)
    return found


def validated(model: str, data: Any) -> tuple[Any, ValidationError | None]:  # noqa: ANN401  (a value of any kind)
    """The values in `data`, or the errors of the model.

    The outline accepts exactly what the model accepts (a property test compares them), so the model is loaded only to say what is wrong.
    """
    try:
        return record_class(model).read(data), None
    except NotPlainError:
        pass
    from pydantic import ValidationError

    try:
        return model_class(model).model_validate(data), None
    except ValidationError as failure:
        return None, failure
