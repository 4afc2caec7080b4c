"""What the server's first start writes into its database about each AI provider, and compares at every later start.

Source: coder/coder coderd/ai_providers_migrate.go (#24895, #25849); removed by #29053. Models and disabled rows are not compared.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.rules.ai_providers import credentials, legacy
from codercfg.rules.items import PROVIDERS, entries
from codercfg.values.secret import Ciphertext, SecretText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.diagnostics.origin import Origin
    from codercfg.releases.release import Release
    from codercfg.rules.items import Entry
    from codercfg.values.reference import Reference

FIELDS = ("type", "base_url", "bedrock_region", "key", "bedrock_access_key")
_SINCE, _UNTIL = "2.34", "2.37"
_DIGITS = 32
_PURPOSE = b"codercfg: AI providers in the database"
Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """One provider.

    Attributes:
        name: Its name, the type where it has none.
        parts: By field, what is compared. Holds secrets: never to be shown, stored or sent as it is.
        origins: By field, where it was written.
    """

    name: str
    parts: dict[str, Parts] = field(repr=False)
    origins: dict[str, Origin]

    def digests(self, key: bytes) -> dict[str, str]:
        """A keyed digest of each field; the field's name and the length of every part are in it."""
        return {name: _digest(key, (self.name, name, *parts)) for name, parts in self.parts.items()}


def seeds_database(release: Release) -> bool:
    """Whether the release copies providers into its database and compares them later."""
    return release.at_least(_SINCE) and release.at_most(_UNTIL)


def key_id(key: bytes) -> str:
    """Tells keys apart: digests of two keys cannot be compared."""
    return _digest(key, ("key",))


def provider_seeds(config: Configuration) -> list[Seed]:
    """What the stack would seed; the indexed list and the older options alike, whether or not the gateway is enabled."""
    return [*_older(config), *(_indexed(entry) for entry in entries(config, PROVIDERS))]


def _digest(key: bytes, parts: Parts) -> str:
    own = hmac.digest(key, _PURPOSE, "sha256")
    digest = hmac.new(own, digestmod="sha256")
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:_DIGITS]


def _indexed(entry: Entry) -> Seed:
    access = (*_credential(entry, credentials.ACCESS_KEY), "/", *_credential(entry, credentials.ACCESS_SECRET))
    parts = {
        "type": (entry.text("type"),),
        "base_url": (entry.text("base_url"), entry.text("bedrock_base_url")),
        "bedrock_region": (entry.text("bedrock_region"),),
        "key": _credential(entry, credentials.API_KEY, ordered=False),
        "bedrock_access_key": access,
    }
    places = {
        "type": ("type",),
        "base_url": ("base_url", "bedrock_base_url"),
        "bedrock_region": ("bedrock_region",),
        "key": credentials.API_KEY,
        "bedrock_access_key": (*credentials.ACCESS_KEY, *credentials.ACCESS_SECRET),
    }
    return Seed(entry.text("name") or entry.text("type"), parts, {name: entry.origin(*keys) for name, keys in places.items()})


def _credential(entry: Entry, pair: tuple[str, str], *, ordered: bool = True) -> Parts:
    """The server sorts several API keys before it compares them."""
    known = credentials.items(entry, pair)
    if known is None:
        return _closed(entry.get(credentials.written(entry, pair)))
    given = [item for item in known if item]
    return ("text", *(given if ordered else sorted(given)))


def _older(config: Configuration) -> Iterator[Seed]:
    for name, given in legacy.providers(config).items():
        bedrock = any(path in legacy.BEDROCK for path in given)
        url = legacy.OPENAI_URL if name == "openai" else legacy.BEDROCK[1] if bedrock else legacy.ANTHROPIC_URL
        key = legacy.OPENAI_KEY if name == "openai" else legacy.ANTHROPIC_KEY
        parts = {
            "type": ("bedrock" if bedrock else name,),
            # an indexed provider has two addresses, of which one is used
            "base_url": ("", _text(config.get(url))) if bedrock else (_text(config.get(url)), ""),
            "bedrock_region": (_text(config.get(legacy.BEDROCK[0])) if bedrock else "",),
            "key": _secret(config.get(key)),
            "bedrock_access_key": (*_secret(config.get(legacy.BEDROCK[2])), "/", *_secret(config.get(legacy.BEDROCK[3]))),
        }
        places = {"base_url": url, "bedrock_region": legacy.BEDROCK[0], "key": key, "bedrock_access_key": legacy.BEDROCK[2]}
        set_ = {part: path if config.is_set(path) else given[0] for part, path in {"type": given[0], **places}.items()}
        yield Seed(name, parts, {part: config.origin(path) for part, path in set_.items()})


def _secret(value: Any) -> Parts:  # noqa: ANN401  (a secret in any form, or None)
    if value is None or isinstance(value, SecretText):
        return ("text", *([value.reveal()] if value else []))
    return _closed(value)


def _closed(value: Reference | Ciphertext) -> Parts:
    """A value that lies elsewhere counts by where it lies, and by the mark of its last rotation."""
    if isinstance(value, Ciphertext):
        return ("ciphertext", value.text)
    return ("reference", *value.entry, value.rotation)


def _text(value: Any) -> str:  # noqa: ANN401  (a text or an address)
    return str(getattr(value, "text", value) or "")
