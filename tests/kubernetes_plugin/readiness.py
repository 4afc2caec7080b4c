"""Whether an object does its work, kind by kind; kinds that are not here are ready once they exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from kubernetes_plugin.cluster import Cluster


class Problem(NamedTuple):
    """Why an object is not ready, and whether waiting is in vain."""

    reasons: list[str]
    final: bool = False


def check_of(live: dict[str, Any]) -> Callable[[dict[str, Any], Cluster], Problem | None] | None:
    """The check for a kind, or None."""
    return _CHECKS.get((live["apiVersion"], live["kind"]))


def _deployment(live: dict[str, Any], cluster: Cluster) -> Problem | None:
    spec, status = live["spec"], live.get("status", {})
    wanted = spec.get("replicas", 1)
    conditions = {item["type"]: item for item in status.get("conditions", [])}
    seen = status.get("observedGeneration", 0) >= live["metadata"]["generation"]
    progress = conditions.get("Progressing", {})
    if seen and progress.get("reason") == "ProgressDeadlineExceeded":
        return Problem([progress.get("message", ""), *_troubled_pods(live, cluster)], final=True)
    complete = (
        seen
        and status.get("updatedReplicas", 0) == wanted == status.get("replicas", 0) == status.get("availableReplicas", 0)
        and (progress.get("reason") == "NewReplicaSetAvailable" or wanted == 0)
    )
    if complete:
        return None
    failure = conditions.get("ReplicaFailure", {}).get("message")
    count = f"{min(status.get('updatedReplicas', 0), status.get('availableReplicas', 0))} of {wanted} pods are updated and available"
    return Problem([f"waiting for the rollout: {count}", *([failure] if failure else []), *_troubled_pods(live, cluster)])


def _stateful_set(live: dict[str, Any], cluster: Cluster) -> Problem | None:
    status, wanted = live.get("status", {}), live["spec"].get("replicas", 1)
    seen = status.get("observedGeneration", 0) >= live["metadata"]["generation"]
    if seen and status.get("readyReplicas", 0) == wanted and status.get("updateRevision") == status.get("currentRevision"):
        return None
    return Problem(
        [f"waiting for the rollout: {status.get('readyReplicas', 0)} of {wanted} pods are ready", *_troubled_pods(live, cluster)]
    )


def _service(live: dict[str, Any], cluster: Cluster) -> Problem | None:
    spec, meta = live["spec"], live["metadata"]
    if spec.get("type") == "LoadBalancer" and not live.get("status", {}).get("loadBalancer", {}).get("ingress"):
        return Problem(["waiting for the address of the load balancer"])
    if spec.get("clusterIP") == "None" or spec.get("type") == "ExternalName" or not spec.get("selector"):
        return None
    slices = cluster.listed("discovery.k8s.io/v1", "EndpointSlice", meta["namespace"], {"kubernetes.io/service-name": meta["name"]})
    ready = any(point.get("conditions", {}).get("ready") for item in slices for point in item.get("endpoints") or [])
    return None if ready else Problem(["the Service does not target any Pods that are ready"])


def _ingress(live: dict[str, Any], _cluster: Cluster) -> Problem | None:
    has_address = live.get("status", {}).get("loadBalancer", {}).get("ingress")
    return None if has_address else Problem(["the Ingress has no address: no controller has taken it yet"])


def _troubled_pods(live: dict[str, Any], cluster: Cluster) -> list[str]:
    labels = live["spec"]["selector"].get("matchLabels", {})
    pods = cluster.listed("v1", "Pod", live["metadata"]["namespace"], labels)
    return [f"pod {pod['metadata']['name']} is {pod.get('status', {}).get('phase')}" for pod in pods if _is_troubled(pod)][:5]


def _is_troubled(pod: dict[str, Any]) -> bool:
    return bool(pod.get("status", {}).get("phase") != "Running")


_CHECKS = {
    ("apps/v1", "Deployment"): _deployment,
    ("apps/v1", "StatefulSet"): _stateful_set,
    ("v1", "Service"): _service,
    ("networking.k8s.io/v1", "Ingress"): _ingress,
}
