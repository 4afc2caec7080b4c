"""Properties that cannot be changed in place: a change makes the engine replace the object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALWAYS = (("metadata", "name"), ("metadata", "namespace"))
_DATA = {"Secret": (("data",), ("stringData",)), "ConfigMap": (("data",), ("binaryData",))}
_SELECTOR = (("spec", "selector"),)
_STATEFUL_SET = tuple(
    ("spec", name) for name in ("podManagementPolicy", "revisionHistoryLimit", "selector", "serviceName", "volumeClaimTemplates")
)
_BY_KIND: dict[str, tuple[tuple[str, ...], ...]] = {
    "Deployment": _SELECTOR,
    "StatefulSet": _STATEFUL_SET,
    "Job": (("spec", "completions"), ("spec", "parallelism"), ("spec", "selector"), ("spec", "template")),
    "PersistentVolumeClaim": (("spec",),),
    "ResourceQuota": (("spec", "scopes"),),
    "RoleBinding": (("roleRef",),),
    "ClusterRoleBinding": (("roleRef",),),
    "Secret": (("type",),),
    "Service": (("spec", "clusterIP"),),
    "StorageClass": (("parameters",), ("provisioner",)),
}


def force_new(manifest: Mapping[str, Any], mutable: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The paths for a kind. Data of a Secret or ConfigMap is among them unless its kind is `mutable` and it does not say `immutable`."""
    kind = manifest["kind"]
    data = () if kind in mutable and manifest.get("immutable") is not True else _DATA.get(kind, ())
    return (*_ALWAYS, *_BY_KIND.get(kind, ()), *data)
