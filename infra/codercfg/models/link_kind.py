"""How a list of links is read and printed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from codercfg.options.kind import Kind

if TYPE_CHECKING:
    from codercfg.models.link import LinkConfig

_KEYS = ("name", "target", "icon", "location")


def link_configs(items: Iterable[dict[str, Any]]) -> "tuple[LinkConfig, ...]":
    """The items of the server's text or YAML."""
    from codercfg.models.link import LinkConfig

    return tuple(LinkConfig.model_construct(None, **item) for item in items)


def _parse(text: str) -> "tuple[LinkConfig, ...]":
    from codercfg.values import struct_text

    return link_configs(struct_text.parse_links(text))


def _to_env(links: "Iterable[LinkConfig]") -> str:
    from codercfg.values import struct_text

    return struct_text.to_env([{name: value for name in _KEYS if (value := getattr(link, name)) is not None} for link in links])


def _wire(links: "Iterable[LinkConfig]") -> list[dict[str, Any]] | None:
    """Upstream leaves an empty location out, and has no empty list."""
    return [{name: getattr(link, name) or "" for name in _KEYS if name != "location" or link.location} for link in links] or None


LINKS = Kind("list of links", _parse, _to_env, _wire, None)
