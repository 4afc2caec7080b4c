"""What a check holds in the place of a model: the same attributes, made without pydantic.

Loading pydantic and building 70 models takes longer than everything else that a check does. A record answers what readers of a model
ask of it: attributes, `model_fields`, `model_fields_set`, `model_copy`. Its shape comes from the generated outline of the models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Self

    from codercfg.options.kind import Kind


class NotPlainError(Exception):
    """A value that the outline does not accept; the model says why."""


class Field:
    """One field of a record.

    Attributes:
        name: The Python attribute.
        alias: The key in a file.
        kind: How a value is read, or None for groups.
        accept: Reads a value; raises `ValueParseError` or `NotPlainError` when the field does not take it.
        exact: Python type whose every value `accept` returns as it is; None when there is none.
        group: The record that the field holds, or holds a list of; None for plain values.
        many: It holds a list.
        required: It has no default.
        default: Its value when it is unset.
        metadata: What the model's annotation carries: `Kind`, `Key`, `Structure`.
    """

    __slots__ = ("accept", "alias", "default", "exact", "group", "kind", "many", "metadata", "name", "required")

    def __init__(  # noqa: PLR0913, PLR0917  (the parts of a field; made in one place)
        self,
        name: str,
        alias: str,
        kind: Kind | None,
        group: type[Record] | None,
        many: bool,  # noqa: FBT001
        required: bool,  # noqa: FBT001
        default: Any,  # noqa: ANN401  (a value of any kind)
        metadata: tuple[object, ...],
    ) -> None:
        self.name, self.alias, self.kind, self.group = name, alias, kind, group
        self.many, self.required, self.default, self.metadata = many, required, default, metadata
        self.accept = self._read if kind is None or kind.accept is None else kind.accept
        self.exact = None if kind is None else kind.exact

    def _read(self, data: Any) -> Any:  # noqa: ANN401  (any YAML; a record or several)
        if self.group is None:
            raise NotPlainError
        if not self.many:
            return self.group.read(data)
        if not isinstance(data, list | tuple):
            raise NotPlainError
        return tuple(map(self.group.read, data))


class Record:
    """The values of one group. A subclass has the defaults as its own attributes, so that a record holds only what is set."""

    model_fields: ClassVar[Mapping[str, Field]]
    model_fields_set: frozenset[str]
    by_key: ClassVar[Mapping[str, Field]]
    required: ClassVar[frozenset[str]]

    def __init__(self, values: Mapping[str, Any], given: Collection[str] | None = None) -> None:
        """Hold `values` by attribute, and defaults for the others.

        Args:
            values: Of their kinds already.
            given: The attributes that count as set; by default those of `values`.
        """
        self.__dict__ = {**values, "model_fields_set": frozenset(values if given is None else given)}

    @classmethod
    def read(cls, data: Any) -> Self:  # noqa: ANN401  (a value of any kind)
        """The record that a map makes.

        Raises:
            NotPlainError: It is no map, has an unknown key, lacks a required one, or holds what a field does not take.
        """
        if not isinstance(data, dict):
            raise NotPlainError
        fields, values = cls.by_key, {}
        try:
            for key, item in data.items():
                field = fields[key]
                values[field.name] = item if type(item) is field.exact else field.accept(item)
        except (KeyError, ValueParseError):
            raise NotPlainError from None
        if cls.required and not cls.required <= values.keys():
            raise NotPlainError
        return cls(values)

    def model_copy(self, update: Mapping[str, Any]) -> Self:
        """A copy with some values replaced, which then count as set."""
        values = {name: getattr(self, name) for name in self.model_fields}
        return type(self)({**values, **update}, {*self.model_fields_set, *update})

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name in self.model_fields if (value := getattr(self, name)) is not None)
        return f"{type(self).__name__}({values})"
