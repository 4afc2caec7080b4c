"""Which indexed providers take the place of the older options for one OpenAI and one Anthropic provider.

Source: coder/coder enterprise/cli/aibridged.go (#23948), coderd/ai_providers_migrate.go (#24895).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.configuration.configuration import default_value
from codercfg.releases.table import nearest
from codercfg.rules.ai_providers import legacy
from codercfg.rules.ai_providers.bedrock import is_bedrock
from codercfg.rules.items import PROVIDERS, entries
from codercfg.rules.reading import is_given

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration
    from codercfg.releases.release import Release

LISTED_SINCE, LISTED_UNTIL = "2.33", "2.37"
BEDROCK_TYPE_SINCE = "2.34"
_OF_BEDROCK = {
    "bedrock_base_url": "ai.bridge.bedrock.base_url",
    "bedrock_region": "ai.bridge.bedrock.region",
    "bedrock_access_key": "ai.bridge.bedrock.access_key",
    "bedrock_access_key_secret": "ai.bridge.bedrock.access_key_secret",
}
_MODELS = {"bedrock_model": "ai.bridge.bedrock.model", "bedrock_small_fast_model": "ai.bridge.bedrock.small_fast_model"}


@dataclass(slots=True)
class NewProvider:
    """One provider for the list.

    Attributes:
        name: Its name, the one its route had before.
        moved: JSON path of an older option by the key that takes its value.
        written: Text by key, for what the older options left to a default that the list does not have.
    """

    name: str
    moved: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Conversion:
    """What becomes of the older options.

    Attributes:
        providers: In the server's order.
        dropped: Older options that have had no effect, with the reason.
    """

    providers: list[NewProvider] = field(default_factory=list)
    dropped: dict[str, str] = field(default_factory=dict)


def convert(config: Configuration, target: Release) -> Conversion:
    """The providers that the older options of `config` make, for the list of `target`."""
    found = Conversion()
    if not (target.at_least(LISTED_SINCE) and target.at_most(LISTED_UNTIL)):
        return found
    _simple(found, config, "openai", legacy.OPENAI_KEY, legacy.OPENAI_URL)
    bedrock = [path for path in legacy.BEDROCK if _given(config, path)]
    if bedrock:
        _bedrock(found, config, target)
    else:
        _simple(found, config, "anthropic", legacy.ANTHROPIC_KEY, legacy.ANTHROPIC_URL)
    taken = {path for provider in found.providers for path in provider.moved.values()}
    for path in legacy.ALL:
        if config.is_set(path) and path not in taken:
            found.dropped.setdefault(path, "it had no effect")
    return found


def retyped(config: Configuration, target: Release) -> tuple[int, ...]:
    """Positions of listed providers of the type `anthropic` that talk to Bedrock, where `target` has a type of its own for them.

    Its database would hold them as `bedrock`, and each later start would find them different. Up to 2.33 there is no such type.
    """
    crosses = not config.release.at_least(BEDROCK_TYPE_SINCE) and target.at_least(BEDROCK_TYPE_SINCE) and target.at_most(LISTED_UNTIL)
    found = enumerate(entries(config, PROVIDERS)) if crosses else ()
    return tuple(place for place, entry in found if entry.text("type") == "anthropic" and is_bedrock(entry))


def _simple(found: Conversion, config: Configuration, name: str, key: str, url: str) -> None:
    # Up to 2.32 both providers are always there, so that a base URL alone changes one.
    alone = config.is_set(url) and not config.release.at_least(LISTED_SINCE)
    if not _given(config, key):
        if not alone:
            if config.is_set(url):
                found.dropped[url] = "a base URL alone made no provider"
            return
        provider = NewProvider(name, moved={"base_url": url})
    else:
        provider = NewProvider(name, moved={"key": key})
        _take(provider, config, {"base_url": url})
    provider.written = {"type": name, "name": name, **provider.written}
    found.providers.append(provider)


def _bedrock(found: Conversion, config: Configuration, target: Release) -> None:
    own_type = target.at_least(BEDROCK_TYPE_SINCE)
    provider = NewProvider("anthropic", written={"type": "bedrock" if own_type else "anthropic", "name": "anthropic"})
    provider.moved = {key: path for key, path in _OF_BEDROCK.items() if _given(config, path)}
    _take(provider, config, _MODELS)
    if config.is_set(legacy.ANTHROPIC_KEY):
        found.dropped[legacy.ANTHROPIC_KEY] = "requests went to Bedrock and never used the key"
    if config.is_set(legacy.ANTHROPIC_URL):
        found.dropped[legacy.ANTHROPIC_URL] = "requests went to Bedrock and never used the address"
    found.providers.append(provider)


def _take(provider: NewProvider, config: Configuration, paths: dict[str, str]) -> None:
    """Move what is set; write out the default of the rest, which an indexed provider does not have or the database compares with."""
    for key, path in paths.items():
        if config.is_set(path):
            provider.moved[key] = path
        else:
            provider.written[key] = str(default_value(nearest(config.release), path))


def _given(config: Configuration, path: str) -> bool:
    return config.is_set(path) and is_given(config, path)
