"""Every secret that a configuration holds or refers to, in options and in lists alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from codercfg.options.family import members
from codercfg.rules.items import EXTERNAL_AUTH, PROVIDERS, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.origin import Origin
    from codercfg.rules.items import Entry
    from codercfg.values.reference import Reference
    from codercfg.values.secret import Ciphertext, SecretText

ENCRYPTION_KEYS = "external_token_encryption_keys"


@dataclass(slots=True)  # not frozen: a list may have thousands
class HeldSecret:
    """One secret.

    Attributes:
        key: JSON path of an option, or key of an item.
        value: What is held; never put its text into a message.
        entry: The item in which it stands, or None for an option.
    """

    key: str
    value: SecretText | Reference | Ciphertext
    entry: Entry | None = None

    @property
    def path(self) -> str:
        """JSON path: `oidc.client_secret`, `ai.bridge.providers[0].key`."""
        return self.key if self.entry is None else f"{self.entry.path}.{self.key}"

    def name(self, config: Configuration) -> str:
        """What people call it on the surface in use."""
        return config.name(self.key) if self.entry is None else self.entry.name(self.key)

    def origin(self, config: Configuration) -> Origin:
        """Where it was written."""
        return config.origin(self.key) if self.entry is None else self.entry.origin(self.key)


def held_secrets(config: Configuration) -> tuple[HeldSecret, ...]:
    """Options first, then the items of each list."""
    found: tuple[HeldSecret, ...] = config.once("secrets", lambda: tuple(_found(config)))
    return found


def _found(config: Configuration) -> Iterator[HeldSecret]:
    for path, setting in config.settings.items():
        if setting.option.secret:
            yield HeldSecret(path, setting.value)
    for family, items in ((PROVIDERS, config.providers), (EXTERNAL_AUTH, config.external_auth)):
        for entry in entries(config, family) if items else ():
            item = entry.item.value
            for attribute, name in _secret_members(type(item)):
                if attribute in item.model_fields_set and getattr(item, attribute) is not None:
                    yield HeldSecret(name, getattr(item, attribute), entry)


@lru_cache(maxsize=8)
def _secret_members(model: type) -> tuple[tuple[str, str], ...]:
    """Attribute and JSON name of an item's secrets."""
    return tuple((member.attribute, member.json_name) for member in members(model) if member.kind.secret)
