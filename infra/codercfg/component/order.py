"""Which objects have to exist before which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_POD_NEEDS = frozenset({"ServiceAccount", "RoleBinding", "Secret", "ExternalSecret", "ConfigMap", "PersistentVolumeClaim"})
# No workload waits for a Service: Pulumi waits until a Service has pods, so each would wait for the other.
_NEEDS = {
    "RoleBinding": frozenset({"Role", "ServiceAccount"}),
    "StatefulSet": _POD_NEEDS,
    "Deployment": _POD_NEEDS | {"StatefulSet"},
    "Ingress": frozenset({"Service"}),
}


def needed(manifests: Sequence[dict[str, Any]]) -> list[list[int]]:
    """For each object, the places of those that it needs, all before it; everything needs the Namespace."""
    kinds = [manifest["kind"] for manifest in manifests]
    return [[before for before in range(place) if _needs(kind, kinds[before])] for place, kind in enumerate(kinds)]


def _needs(kind: str, other: str) -> bool:
    return other == "Namespace" != kind or other in _NEEDS.get(kind, ())
