"""One option that was set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from codercfg.catalog.catalog import Option
    from codercfg.diagnostics.origin import Origin
    from codercfg.options.group import Group


Later: TypeAlias = "tuple[Callable[..., Origin], *tuple[Any, ...]]"
"""A function and its arguments; a tuple takes a third of the time of a `partial`, and every option of a stack makes one."""


class Setting:
    """The value of an option whose source is not the default. Nobody changes one.

    Attributes:
        option: The option, under the name by which it was set where that is known.
        value: Of the option's kind; `SecretText`, `Reference` or `Ciphertext` for a secret option.
        overridden: Places that lost to this one, for `explain`.
    """

    __slots__ = ("_origin", "option", "overridden", "value")

    def __init__(
        self,
        option: Option,
        value: Any,  # noqa: ANN401  (a value of any kind)
        origin: Origin | Later,
        overridden: tuple[Origin, ...] = (),
    ) -> None:
        """Hold a value and its place; a function that makes the place, and what it needs, wait until somebody asks: only findings do."""
        self.option, self.value, self._origin, self.overridden = option, value, origin, overridden

    @property
    def origin(self) -> Origin:
        """Where it was written."""
        if isinstance(self._origin, tuple):
            make, *needed = self._origin
            self._origin = make(*needed)
        return self._origin

    @property
    def known(self) -> bool:
        """Whether the value itself can be looked at; false for references and ciphertext."""
        return not isinstance(self.value, Reference | Ciphertext)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Setting) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash((self.option, self.origin))

    def __repr__(self) -> str:
        return f"Setting({self.option.path!r}, {self.origin!r})"  # without the value, which may be a secret

    def _content(self) -> tuple[Any, ...]:
        return (self.option, self.value, self.origin, self.overridden)


@dataclass(slots=True)  # not frozen, which would double the time of making one: a list may have thousands
class Item:
    """One item of an indexed family, in the server's order. Nobody changes one.

    Attributes:
        index: Its number, from 0, within its prefix.
        prefix: The spelling it came under (`CODER_EXTERNAL_AUTH_`), or empty for YAML, flag and stack file.
        value: The item as a model (`AIBridgeProviderConfig`, `ExternalAuthConfig`): None is unset, `""` is set but empty.
        origins: Where each key was written, by JSON name; the key `""` is the item itself.
    """

    index: int
    prefix: str
    value: Group = field(repr=False)
    origins: Mapping[str, Origin]

    def origin(self, key: str = "") -> Origin:
        """Where `key` was written, else where the item begins."""
        return self.origins.get(key) or self.origins[""]
