"""The credentials of an indexed AI provider as the server takes them apart.

Source: coder/coder #24683; up to 2.33 a plural is another name of the singular key and is not split.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.items import PROVIDERS
from codercfg.rules.secrets import held_secrets
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.items import Entry

API_KEY = ("key", "keys")
ACCESS_KEY = ("bedrock_access_key", "bedrock_access_keys")
ACCESS_SECRET = ("bedrock_access_key_secret", "bedrock_access_key_secrets")
PAIRS = (API_KEY, ACCESS_KEY, ACCESS_SECRET)
MOST = 5  # credentials of one sort


def with_visible(config: Configuration) -> list[Entry]:
    """The providers with a credential whose text can be looked at, in their order."""
    found: list[Entry] = []  # the secrets of one provider follow each other, and `entries` gives every rule the same objects
    for held in held_secrets(config):
        entry = held.entry
        if type(held.value) is SecretText and entry is not None and entry.family == PROVIDERS and (not found or found[-1] is not entry):
            found.append(entry)
    return found


def is_set(entry: Entry, pair: tuple[str, str]) -> bool:
    """Whether either spelling was written, empty or not."""
    return entry.get(pair[0]) is not None or entry.get(pair[1]) is not None


def is_given(entry: Entry, pair: tuple[str, str]) -> bool:
    """Whether either spelling is not empty."""
    return entry.is_given(pair[0]) or entry.is_given(pair[1])


def written(entry: Entry, pair: tuple[str, str]) -> str:
    """The spelling in force: the plural wins."""
    return pair[1] if entry.get(pair[1]) is not None else pair[0]


def items(entry: Entry, pair: tuple[str, str]) -> list[str] | None:
    """The credentials, trimmed, a plural cut at its commas; None when they cannot be looked at. Never put one into a message."""
    one, many = entry.get(pair[0]), entry.get(pair[1])
    held = one if many is None else many
    if held is None:
        return []
    if not isinstance(held, SecretText):
        return None
    text = held.reveal()
    return [item.strip() for item in ([text] if many is None else text.split(","))]


def count(entry: Entry, pair: tuple[str, str]) -> int | None:
    """How many credentials there are; None when nobody can tell."""
    found = items(entry, pair)
    if found is not None:
        return len(found)
    return 1 if written(entry, pair) == pair[0] else None


def is_sound(entry: Entry, pair: tuple[str, str]) -> bool:
    """Whether other rules have nothing to say about the pair itself, so that what follows from it is worth reporting."""
    found = items(entry, pair)
    both = all(entry.get(key) is not None for key in pair)
    return not both and (found is None or ("" not in found and len(set(found)) == len(found) <= MOST))
