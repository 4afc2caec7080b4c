"""Which objects hold what cannot be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.labels import DATABASE

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = frozenset({"Namespace", "PersistentVolumeClaim", "PersistentVolume", "StatefulSet"})
_COMPONENT = "app.kubernetes.io/component"


def holds_data(manifest: Mapping[str, Any]) -> bool:
    """Whether deleting the object loses data: volumes, what owns them, the namespace around them, the database's password."""
    labels = manifest["metadata"].get("labels") or {}
    return manifest["kind"] in _KINDS or (manifest["kind"] == "Secret" and labels.get(_COMPONENT) == DATABASE)
