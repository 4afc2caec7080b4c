"""Options of the AI proxy, by their JSON paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.rules.ai_providers import base_urls, legacy
from codercfg.rules.items import PROVIDERS, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration
    from codercfg.rules.items import Entry

_GROUP = "ai.aibridge_proxy"
ENABLED = f"{_GROUP}.enabled"
LISTEN = f"{_GROUP}.listen_addr"
AUTHORITY = (f"{_GROUP}.cert_file", f"{_GROUP}.key_file")
LISTENER_PAIR = (f"{_GROUP}.tls_cert_file", f"{_GROUP}.tls_key_file")
PRIVATE_CIDRS = f"{_GROUP}.allowed_private_cidrs"
UPSTREAM = f"{_GROUP}.upstream_proxy"
UPSTREAM_CA = f"{_GROUP}.upstream_proxy_ca"
ALLOWLIST = f"{_GROUP}.domain_allowlist"


def is_on(config: Configuration) -> bool:
    """Whether the proxy starts; only then the server looks at its other options."""
    return bool(config.get(ENABLED))


def addresses(config: Configuration) -> Iterator[tuple[str, Entry | None]]:
    """The base URL of every provider: of those from the older options first, then of the indexed ones with their entry."""
    older = legacy.providers(config)
    for name, path in (("openai", legacy.OPENAI_URL), ("anthropic", legacy.ANTHROPIC_URL)):
        if name in older:
            yield config.get(path) or "", None
    for entry in entries(config, PROVIDERS):
        yield base_urls.base_url(entry), entry
