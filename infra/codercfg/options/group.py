"""The base of every model: frozen, closed, silent about its input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Iterator


class Group(BaseModel):
    """A named set of options or of groups.

    Closed, so that a misspelt key is an error and never lost; frozen, because rendering must be a pure function of it;
    `hide_input_in_errors`, because an input may hold a secret.
    """

    model_config = ConfigDict(
        arbitrary_types_allowed=True,
        defer_build=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
    )

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Only what is set: 230 options that are not would hide it."""
        return ((name, value) for name, value in super().__repr_args__() if value is not None)


def group() -> Any:  # noqa: ANN401  (the annotation beside it says which group)
    """The default of a field that holds a group: an empty one.

    `{}` with `validate_default` lets pydantic build one validator for the whole tree; `default_factory` would build one for each group.
    """
    return Field(default={}, validate_default=True)
