"""STUN addresses as the server reads them (upstream `tailnet/derpmap.go`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.values import host_port, integer
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.configuration.configuration import Configuration

_DISABLE = "disable"


def in_use(config: Configuration) -> bool:
    """Whether the server looks at STUN addresses at all."""
    return bool(config.get("derp.server.enable")) and not config.get("derp.config.block_direct")


def read_items(config: Configuration) -> Iterator[str]:
    """The items that the server looks at: those in front of `disable`."""
    if not in_use(config):
        return
    for item in config.get("derp.server.stun_addresses"):
        if item == _DISABLE:
            return
        yield item


def count(config: Configuration) -> int:
    """How many STUN servers the server offers; each takes a region number."""
    items = config.get("derp.server.stun_addresses")
    return len(items) if in_use(config) and _DISABLE not in items else 0


def malformed(item: str) -> bool:
    """Whether an item is not a host and a number; the number may have a sign and any size."""
    try:
        integer.parse(host_port.parse(item).port)
    except ValueParseError:
        return True
    return False
