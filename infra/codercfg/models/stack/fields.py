"""How fields of our own models are declared: unset, or a group, under the name that a stack file writes."""

from typing import Any

from pydantic import Field


def unset(name: str) -> Any:  # noqa: ANN401  (the annotation beside it says which type)
    """The default of an optional field that a stack file calls `name`."""
    return Field(default=None, alias=name)


def default(name: str, value: Any) -> Any:  # noqa: ANN401  (a value of any kind)
    """A field that a stack file calls `name`, with its default."""
    return Field(default=value, alias=name)


def named_group(name: str) -> Any:  # noqa: ANN401  (the annotation beside it says which group)
    """The default of a field that holds a group which a stack file calls `name`: an empty one."""
    return Field(default={}, validate_default=True, alias=name)
