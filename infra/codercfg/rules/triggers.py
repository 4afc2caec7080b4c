"""What a configuration sets, in the words of a rule's `triggers`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.configuration.setting import Item

ALWAYS: Final = "@always"
PROVIDERS: Final = "@providers"
BEDROCK: Final = "@providers.bedrock"
LISTS: Final = "@providers.lists"
EXTERNAL_AUTH: Final = "@external_auth"
SPECIAL: Final = frozenset((ALWAYS, PROVIDERS, BEDROCK, LISTS, EXTERNAL_AUTH))


def triggers(config: Configuration, unreadable: frozenset[str] = frozenset()) -> frozenset[str]:
    """The options that are set, and which of `SPECIAL` hold.

    Args:
        config: What is checked.
        unreadable: As in `rules.run`; of a list that is not complete nobody can tell what it would have held.
    """
    found = {ALWAYS, *config.settings}
    if PROVIDERS in unreadable:
        found |= {PROVIDERS, BEDROCK, LISTS}
    elif config.providers:
        found.update(_of_providers(config.providers))
    if config.external_auth or EXTERNAL_AUTH in unreadable:
        found.add(EXTERNAL_AUTH)
    return frozenset(found)


def _of_providers(items: tuple[Item, ...]) -> Iterator[str]:
    of_bedrock, plurals = _keys()
    written = frozenset().union(*[item.value.model_fields_set for item in items])
    yield PROVIDERS
    if not written.isdisjoint(of_bedrock) or "bedrock" in [getattr(item.value, "type", "") for item in items]:
        yield BEDROCK
    if not written.isdisjoint(plurals):
        yield LISTS


@lru_cache(maxsize=1)
def _keys() -> tuple[frozenset[str], frozenset[str]]:
    """The keys about Bedrock, and those that hold several credentials."""
    from codercfg.rules.ai_providers import bedrock, credentials  # most stacks list no provider

    return frozenset((*bedrock.DECIDING, *bedrock.MODELS)), frozenset(plural for _one, plural in credentials.PAIRS)
