"""Names and places of the items of an indexed family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.options.family import members
from codercfg.values.reference import Reference
from codercfg.values.secret import Ciphertext, SecretText

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Item
    from codercfg.diagnostics.origin import Origin

PROVIDERS = "ai.bridge.providers"
EXTERNAL_AUTH = "external_auth"
_YAML_LIST = "externalAuthProviders"


@dataclass(slots=True)  # not frozen, as `Item`
class Entry:
    """One item of an indexed family with its position in the server's list.

    Attributes:
        item: The item.
        family: JSON path of the list.
        position: Of the item in the server's list.
        kind: `server` or `stack`, as in `Configuration.kind`.
    """

    item: Item
    family: str
    position: int
    kind: str

    @property
    def path(self) -> str:
        """JSON path of the item: `external_auth[2]`."""
        return f"{self.family}[{self.position}]"

    @property
    def label(self) -> str:
        """What people call the item on the surface in use."""
        if self.item.prefix:
            return f"{self.item.prefix}{self.item.index}"
        return self.path if self.kind == "stack" else f"{_YAML_LIST}[{self.item.index}]"

    def get(self, key: str) -> Any:  # noqa: ANN401  (text, list, boolean or secret)
        """The value of a key: None when unset, `""` when set but empty."""
        return getattr(self.item.value, key)

    def text(self, key: str) -> str:
        """A text key, unset or empty alike."""
        return getattr(self.item.value, key) or ""  # not through `get`: a dozen rules ask it of every item

    def is_given(self, key: str) -> bool:
        """Whether a key is set to something that is not empty; references and ciphertext are never empty."""
        return bool(getattr(self.item.value, key))

    def is_known(self, key: str) -> bool:
        """Whether the value itself can be looked at."""
        return not isinstance(self.get(key), Reference | Ciphertext)

    def secret(self, key: str) -> str | None:
        """The text of a secret key, or None when it is unset or cannot be looked at. Never put it into a message."""
        value = self.get(key)
        return value.reveal() if isinstance(value, SecretText) else None

    def origin(self, *keys: str) -> Origin:
        """Where the first of `keys` that was written stands, else where the item begins."""
        return next((self.item.origins[key] for key in keys if key in self.item.origins), self.item.origin())

    def name(self, key: str) -> str:
        """What people call a key of this item on the surface in use, set or not."""
        written = self.item.origins.get(key)
        if written is not None and written.name:
            return written.name
        return f"{self.label}_{_variable_key(self.item, key)}" if self.item.prefix else f"{self.label}.{key}"

    def about(self, *keys: str) -> tuple[str, ...]:
        """The names of those of `keys` (of all when none is named) that were written; for YAML, the list."""
        if not self.item.prefix and self.kind != "stack":
            return (self.origin().name or _YAML_LIST,)
        written = [key for key in (keys or self.item.origins) if key and key in self.item.origins]
        if written or keys:
            return tuple(self.name(key) for key in written) or self.about()
        return (self.origin().name or self.path,)  # only keys that the server does not know


def entries(config: Configuration, family: str) -> tuple[Entry, ...]:
    """The items of a family, in the server's order."""
    found: tuple[Entry, ...] = config.once(family, lambda: _entries(config, family))
    return found


def _entries(config: Configuration, family: str) -> tuple[Entry, ...]:
    items = config.providers if family == PROVIDERS else config.external_auth
    return tuple([Entry(item, family, position, config.kind) for position, item in enumerate(items)])


def _variable_key(item: Item, key: str) -> str:
    return next((member.key.env or "" for member in members(type(item.value)) if member.json_name == key), key.upper())
