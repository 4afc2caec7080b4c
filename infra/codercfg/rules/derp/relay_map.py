"""The custom relay map, and the regions that the built-in relay adds to it (upstream `tailnet/derpmap.go`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.rules.derp import stun
from codercfg.rules.files import FileFaultError, contents, may_read

if TYPE_CHECKING:
    from codercfg.configuration.configuration import Configuration


def read_regions(config: Configuration) -> dict[int, Any]:
    """The regions of the map in the file, by number.

    Raises:
        FileFaultError: The file cannot be read or is no map.
    """
    data = contents(config, config.get("derp.config.path"))
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise FileFaultError("is not JSON") from None
    if not isinstance(document, dict):
        raise FileFaultError("is no JSON object")
    # Go matches the names of JSON keys without regard to case.
    regions = next((value for key, value in document.items() if key.lower() == "regions"), None)
    if regions is None:
        return {}
    if not isinstance(regions, dict):
        raise FileFaultError("holds no relay map: Regions is no object")
    try:
        return {int(number): region for number, region in regions.items()}
    except ValueError:
        raise FileFaultError("holds no relay map: a region has a key that is no number") from None


def own_regions(config: Configuration) -> set[int]:
    """The numbers of the built-in relay and of the STUN addresses behind it."""
    if not config.get("derp.server.enable"):
        return set()
    first = config.get("derp.server.region_id")
    return set(range(first, first + 1 + stun.count(config)))


def lacks_relay(config: Configuration) -> bool:
    """Whether the built-in relay is off and no map brings another; a map that cannot be looked at does."""
    if config.get("derp.server.enable") or config.get("derp.config.url"):
        return False
    if not config.get("derp.config.path"):
        return True
    try:
        regions = read_regions(config) if may_read(config) else {0: {"Nodes": [None]}}
    except FileFaultError:
        return False
    return not any(_has_nodes(region) for region in regions.values())


def _has_nodes(region: object) -> bool:
    return isinstance(region, dict) and any(key.lower() == "nodes" and value for key, value in region.items())
