"""Stands for the scheduler and the kubelet: says of every pod that it runs and is ready.

Nothing runs. The helper binds pods to a Node object and writes what a node would report through the status subresource, so that
controllers count pods as available and a rollout completes. A pod whose image's tag starts with `broken` stays Pending, as one whose
image cannot be pulled does. A pod that is being deleted is taken away at once. Services of type LoadBalancer get an address, as a cloud
would give one.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cluster.api import Api

PAUSE_SECONDS = 0.25
NEVER_RUNS = ":broken"
NAME = "node-of-the-tests"


class Node:
    """Looks at all pods of the cluster again and again, in a thread of its own."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._stop = threading.Event()
        self._addresses = itertools.count(2)

    @contextlib.contextmanager
    def running(self) -> Iterator[Node]:
        """Work for the length of the block."""
        self._api.apply({"apiVersion": "v1", "kind": "Node", "metadata": {"name": NAME}})
        thread = threading.Thread(target=self._work, name="node", daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            thread.join(30)

    def _work(self) -> None:
        while not self._stop.wait(PAUSE_SECONDS):
            with contextlib.suppress(OSError):  # the server may be gone already: the block is about to end
                self.look()

    def look(self) -> None:
        """Report about each pod and Service that is not as it should be."""
        for pod in self._listed("/api/v1/pods"):
            path = f"/api/v1/namespaces/{pod['metadata']['namespace']}/pods/{pod['metadata']['name']}"
            if "deletionTimestamp" in pod["metadata"]:
                self._api.request("DELETE", path, {"gracePeriodSeconds": 0})
                continue
            if not pod["spec"].get("nodeName"):
                binding = {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": pod["metadata"]["name"]}, "target": {"name": NAME}}
                self._api.request("POST", f"{path}/binding", binding)
            if pod.get("status", {}).get("phase") != "Running" and not _never_runs(pod):
                self._merge(f"{path}/status", _ready_status(pod, next(self._addresses)))
        for service in self._listed("/api/v1/services"):
            if service["spec"]["type"] == "LoadBalancer" and not service.get("status", {}).get("loadBalancer", {}).get("ingress"):
                path = f"/api/v1/namespaces/{service['metadata']['namespace']}/services/{service['metadata']['name']}/status"
                self._merge(path, {"loadBalancer": {"ingress": [{"ip": "192.0.2.10"}]}})

    def _listed(self, path: str) -> list[dict[str, Any]]:
        answer = self._api.get(path)
        found: list[dict[str, Any]] = answer.body["items"] if answer.status == 200 else []
        return found

    def _merge(self, path: str, status: dict[str, Any]) -> None:
        # A pod that was deleted meanwhile answers 404; the next look sees what is there then.
        self._api.request("PATCH", path, {"status": status}, "application/merge-patch+json")


def _never_runs(pod: dict[str, Any]) -> bool:
    return any(NEVER_RUNS in container["image"] for container in pod["spec"]["containers"])


def _ready_status(pod: dict[str, Any], number: int) -> dict[str, Any]:
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    kinds = ("PodScheduled", "Initialized", "ContainersReady", "Ready")
    address = f"10.1.{number // 250 % 250}.{number % 250 + 1}"
    return {
        "phase": "Running",
        "startTime": now,
        "podIP": address,
        "podIPs": [{"ip": address}],
        "conditions": [{"type": kind, "status": "True", "lastTransitionTime": now} for kind in kinds],
        "containerStatuses": [
            {
                "name": container["name"],
                "image": container["image"],
                "imageID": "",
                "ready": True,
                "started": True,
                "restartCount": 0,
                "state": {"running": {"startedAt": now}},
            }
            for container in pod["spec"]["containers"]
        ],
    }
