"""Where AI providers are reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.values import url
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.rules.items import Entry

# Used when an indexed provider has none of its own. Source: coder/aibridge.
PUBLIC = {
    "openai": "https://api.openai.com/v1/",
    "anthropic": "https://api.anthropic.com/",
    "copilot": "https://api.individual.githubcopilot.com",
}


def base_url(entry: Entry) -> str:
    """The address in force, empty when the type has no public one."""
    return entry.text("base_url") or PUBLIC.get(entry.text("type"), "")


def given(entry: Entry) -> Sequence[str]:
    """The keys of its own addresses that are not empty."""
    value: Any = entry.item.value
    if not (value.base_url or value.bedrock_base_url):
        return ()  # nearly every provider has the address of its type
    return [key for key in ("base_url", "bedrock_base_url") if getattr(value, key)]


def host_of(address: str) -> str | None:
    """The host name of a web address, or None when it is none."""
    parsed = _web(address)
    return parsed.hostname.lower() if parsed is not None else None


def has_host(address: str) -> bool:
    """Whether a URL of any scheme names a host."""
    try:
        return bool(url.parse_kept(address).hostname)
    except ValueParseError:
        return False


def port_of(address: str) -> str:
    """The port that is written in a web address, empty when there is none."""
    parsed = _web(address)
    return parsed.port if parsed is not None else ""


def _web(address: str) -> url.GoURL | None:
    try:
        parsed = url.parse_kept(address)
    except ValueParseError:
        return None
    return parsed if parsed.scheme in {"http", "https"} and parsed.hostname else None
