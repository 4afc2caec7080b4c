"""What a running plugin knows: its settings, the cluster or why it cannot be reached, and the engine to talk to."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from kubernetes_plugin.cluster import ApiError, Cluster, NoSuchKind
from kubernetes_plugin.settings import Settings
from kubernetes_plugin.waiting import Waiting

if TYPE_CHECKING:
    from kubernetes_plugin.engine_log import EngineLog

# What needs no server to know; any other kind is taken for one that lies in a namespace.
_WITHOUT_NAMESPACE = {
    "ClusterRole",
    "ClusterRoleBinding",
    "CustomResourceDefinition",
    "IngressClass",
    "Namespace",
    "Node",
    "PersistentVolume",
    "PriorityClass",
    "StorageClass",
    "ValidatingWebhookConfiguration",
}


class Session:
    """Set up once by the engine's Configure, then read by every request."""

    def __init__(self, engine: EngineLog) -> None:
        self.engine = engine
        self.settings = Settings()
        self.unreachable = "the plugin was not configured"
        self.cancelled = threading.Event()
        self._cluster: Cluster | None = None

    def configure(self, given: dict[str, Any]) -> None:
        """Connect; a cluster that cannot be reached is remembered, not an error: previews go on without it."""
        self.settings = Settings.of(given)
        try:
            self._cluster, self.unreachable = Cluster(self.settings), ""
        except ApiError as error:
            self._cluster, self.unreachable = None, str(error)

    @property
    def cluster(self) -> Cluster:
        """The cluster.

        Raises:
            ApiError: it cannot be reached.
        """
        if self._cluster is None:
            raise ApiError(0, "Unreachable", f"configured Kubernetes cluster is unreachable: {self.unreachable}")
        return self._cluster

    @property
    def waiting(self) -> Waiting:
        return Waiting(self.cluster, self.cancelled, self.engine.status)

    def last_known(self, live: dict[str, Any]) -> dict[str, Any]:
        """The object as it is now, or as it was when it cannot be read."""
        try:
            return self.cluster.get(live)
        except ApiError:
            return live

    def has_kind(self, manifest: dict[str, Any]) -> bool:
        """Whether the server is there and has the kind."""
        if self._cluster is None:
            return False
        try:
            self._cluster.is_namespaced(manifest)
        except (NoSuchKind, ApiError):
            return False
        return True

    def is_namespaced(self, manifest: dict[str, Any]) -> bool:
        if self._cluster is None:
            return manifest["kind"] not in _WITHOUT_NAMESPACE
        try:
            return self._cluster.is_namespaced(manifest)
        except NoSuchKind:
            return True
