"""Which target was chosen."""

from typing import Any, Protocol


class _Chosen(Protocol):
    """A model or a record. An annotation in the class below would be a field of the model."""

    @property
    def model_fields_set(self) -> Any:  # noqa: ANN401  (a value of any kind)
        """The attributes that were set."""


class TargetChoice:
    """What `Target` knows about itself, be it a model or a record."""

    @property
    def to_cluster(self: _Chosen) -> bool:
        """Whether `cluster` was chosen."""
        return "cluster" in self.model_fields_set
