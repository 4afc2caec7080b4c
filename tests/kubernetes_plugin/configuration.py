"""When the provider itself counts as another one: its objects are then replaced with it."""

from __future__ import annotations

from typing import Any

from pulumi.runtime.proto import provider_pb2

_IDENTIFIER = "clusterIdentifier"


def configuration_diff(olds: dict[str, Any], news: dict[str, Any]) -> Any:
    """What changed in the provider's arguments. With an identifier of the cluster, only another identifier means another cluster."""
    changed = sorted(name for name in {**olds, **news} if olds.get(name) != news.get(name) and name != "version")
    if not changed:
        return provider_pb2.DiffResponse(changes=provider_pb2.DiffResponse.DIFF_NONE)
    identified = _IDENTIFIER in olds and _IDENTIFIER in news
    if identified:
        replaces = [_IDENTIFIER] if _IDENTIFIER in changed else []
    else:
        replaces = [name for name in changed if name in {"kubeconfig", "context", "cluster"}]
    return provider_pb2.DiffResponse(changes=provider_pb2.DiffResponse.DIFF_SOME, diffs=changed, replaces=replaces)
