"""One option that was set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.values.secret import Ciphertext, SecretRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.catalog.catalog import Option
    from codercfg.diagnostics.origin import Origin
    from codercfg.options.group import Group


@dataclass(frozen=True, slots=True)
class Setting:
    """The value of an option whose source is not the default.

    Attributes:
        option: The option, under the name by which it was set where that is known.
        value: Of the option's kind; `SecretText`, `SecretRef` or `Ciphertext` for a secret option.
        origin: Where it was written.
        overridden: Places that lost to this one, for `explain`.
    """

    option: Option
    value: Any = field(repr=False)
    origin: Origin
    overridden: tuple[Origin, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the value itself can be looked at; false for references and ciphertext."""
        return not isinstance(self.value, SecretRef | Ciphertext)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an indexed family, in the server's order.

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
