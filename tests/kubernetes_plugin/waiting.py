"""Waits until an object does its work, or is gone; never longer than it may, and not at all once the engine cancelled."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from kubernetes_plugin import directives, readiness
from kubernetes_plugin.cluster import ApiError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from kubernetes_plugin.cluster import Cluster

PAUSE_SECONDS = 0.1


class NotReady(Exception):  # noqa: N818  (the object exists; what failed is the waiting)
    """The object is there, but does not do its work."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class Waiting:
    """Waits for the objects of one cluster."""

    def __init__(self, cluster: Cluster, cancelled: threading.Event, tell: Callable[[str, str], None]) -> None:
        """Keep what is needed; `tell` shows a status text beside the resource with a URN."""
        self._cluster, self._cancelled, self._tell = cluster, cancelled, tell

    def until_ready(self, live: dict[str, Any], inputs: dict[str, Any], custom: float, urn: str) -> dict[str, Any]:
        """Return the object as it is once it is ready.

        Raises:
            NotReady: it takes too long, cannot become ready, or the engine cancelled.
        """
        check = readiness.check_of(live)
        if check is None or directives.is_on(inputs, "skipAwait"):
            return live
        seconds = directives.seconds(inputs, custom)
        end, told = time.monotonic() + seconds, ""
        while problem := check(live, self._cluster):
            if problem.final or time.monotonic() > end:
                late = [] if problem.final else [f"{live['metadata']['name']!r} timed out waiting to be Ready ({seconds:.0f} s)"]
                raise NotReady([*late, *problem.reasons])
            if problem.reasons[0] != told:
                told = problem.reasons[0]
                self._tell(urn, told)
            if self._cancelled.wait(PAUSE_SECONDS):
                raise NotReady(["the wait was cancelled", *problem.reasons])
            live = self._cluster.get(live)
        return live

    def until_gone(self, live: dict[str, Any], inputs: dict[str, Any], custom: float) -> None:
        """Return once the object is gone.

        Raises:
            NotReady: it is still there at the end of its time, or the engine cancelled.
        """
        seconds = directives.seconds(inputs, custom, directives.DELETION_SECONDS)
        end = time.monotonic() + seconds
        uid = live["metadata"].get("uid")
        while (found := self._found(live)) and found["metadata"]["uid"] == (uid or found["metadata"]["uid"]):
            if time.monotonic() > end:
                name = f"{found['apiVersion']}/{found['kind']} {found['metadata']['name']!r}"
                finalizers = ", ".join(found["metadata"].get("finalizers", [])) or "none"
                raise NotReady([f"Timed out waiting for deletion of {name} ({seconds:.0f} s); its finalizers: {finalizers}"])
            if self._cancelled.wait(PAUSE_SECONDS):
                raise NotReady(["the wait was cancelled"])

    def _found(self, live: dict[str, Any]) -> dict[str, Any] | None:
        try:
            return self._cluster.get(live)
        except ApiError as error:
            if error.status == 404:
                return None
            raise
