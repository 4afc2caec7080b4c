"""The pods of an object, and the containers in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.cluster.owners import Place

POD: Place = ("spec", "template", "spec")
WORKLOADS = frozenset({"Deployment", "StatefulSet"})
_LISTS = ("containers", "initContainers")


def pod(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """The pod's spec, empty for an object without pods."""
    if manifest.get("kind") not in WORKLOADS:
        return {}
    spec = manifest.get("spec") or {}
    found: dict[str, Any] = (spec.get("template") or {}).get("spec") or {}
    return found


def containers(manifest: Mapping[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Each container with its place in the object."""
    for key in _LISTS:
        for container in pod(manifest).get(key) or ():
            yield (*POD, key, ("name", container.get("name"))), container
