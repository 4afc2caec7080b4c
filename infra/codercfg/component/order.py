"""Which objects have to exist before which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_POD_NEEDS = frozenset({"ServiceAccount", "RoleBinding", "Secret", "ExternalSecret", "ConfigMap", "PersistentVolumeClaim"})
# No workload needs a Service: Pulumi waits until a load balancer has pods, so each would wait for the other.
_NEEDS = {
    "RoleBinding": frozenset({"Role", "ServiceAccount"}),
    "StatefulSet": _POD_NEEDS,
    "Deployment": _POD_NEEDS | {"StatefulSet"},
    "Ingress": frozenset({"Service"}),
}


def in_order(manifests: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The objects so that each stands after all that it needs, otherwise as they came."""
    return sorted(manifests, key=lambda manifest: 2 if manifest["kind"] == "Ingress" else int(is_awaited_service(manifest)))


def needed(manifests: Sequence[dict[str, Any]]) -> list[list[int]]:
    """For each object, the places of those that it needs, all before it; everything needs the Namespace."""
    kinds = [manifest["kind"] for manifest in manifests]
    return [[before for before in range(place) if _needs(manifest, kinds[before])] for place, manifest in enumerate(manifests)]


def is_awaited_service(manifest: Mapping[str, Any]) -> bool:
    """Whether Pulumi waits for pods and the address of a Service: a load balancer's address is news, of any other nothing is."""
    return bool(manifest["kind"] == "Service" and manifest["spec"].get("type") == "LoadBalancer")


def _needs(manifest: Mapping[str, Any], other: str) -> bool:
    kind = manifest["kind"]
    if other == "Deployment" and is_awaited_service(manifest):
        return True  # where it is refused, the Service would wait ten minutes for its pods (0021)
    return other == "Namespace" != kind or other in _NEEDS.get(kind, ())
