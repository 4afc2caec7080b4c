"""The server's container and pod, as far as their fields are not written in the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.env.entry import escape
from codercfg.kubernetes_objects.addresses import HTTP_PORT, has_pod_tls, https_port, metrics_port
from codercfg.kubernetes_objects.labels import selector
from codercfg.kubernetes_objects.probes import probes
from codercfg.kubernetes_objects.volumes import volume_mounts, volumes

if TYPE_CHECKING:
    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.models.stack.kubernetes.resources import Resources

# The fallback of Coder's Helm chart: request and limit alike.
_RESOURCES = {"cpu": "2000m", "memory": "4096Mi"}


def container_ports(stack: Stack) -> list[dict[str, Any]]:
    """The ports of the container, by name; a port is never named twice."""
    found = [{"name": "http", "containerPort": HTTP_PORT, "protocol": "TCP"}]
    if has_pod_tls(stack):
        found.append({"name": "https", "containerPort": https_port(stack), "protocol": "TCP"})
    metrics = metrics_port(stack)
    if metrics is not None:
        found.append({"name": "prometheus-http", "containerPort": metrics, "protocol": "TCP"})
    return found


def resources(settings: Resources, otherwise: dict[str, Any]) -> dict[str, Any]:
    """What the user gave, as given; `otherwise` when that is nothing."""
    found = {"requests": settings.requests, "limits": settings.limits}
    return {key: value for key, value in found.items() if value} or otherwise


def server_resources(settings: Resources) -> dict[str, Any]:
    """The resources of the server's container."""
    return resources(settings, {"requests": _RESOURCES, "limits": _RESOURCES})


def arguments(stack: Stack, rendered: list[str]) -> list[str]:
    """The container's arguments: the user's or the command, then what no variable can carry."""
    kubernetes = stack.kubernetes
    command = ["wsproxy", "server"] if kubernetes.workspace_proxy else ["server"]
    return [*(command if kubernetes.args is None else kubernetes.args), *(escape(text) for text in rendered)]


def container_fields(stack: Stack) -> dict[str, Any]:
    """Fields of the container that are there only when they say something."""
    kubernetes = stack.kubernetes
    fields = {
        "envFrom": kubernetes.env_from,
        **probes(kubernetes.probes),
        "lifecycle": kubernetes.lifecycle,
        "volumeMounts": volume_mounts(kubernetes),
    }
    return _present(fields)


def pod_fields(stack: Stack) -> dict[str, Any]:
    """Fields of the pod that are there only when they say something."""
    kubernetes = stack.kubernetes
    scheduling = kubernetes.scheduling
    fields = {
        "securityContext": kubernetes.pod_security_context,
        "imagePullSecrets": [{"name": name} for name in kubernetes.image.pull_secrets or ()],
        "priorityClassName": scheduling.priority_class_name,
        "runtimeClassName": scheduling.runtime_class_name,
        "nodeSelector": scheduling.node_selector,
        "affinity": _spread(stack) if scheduling.affinity is None else scheduling.affinity,
        "topologySpreadConstraints": [_of_own_pods(stack, item) for item in scheduling.topology_spread_constraints or ()],
        "tolerations": scheduling.tolerations,
        "hostAliases": scheduling.host_aliases,
        "volumes": volumes(kubernetes),
        "initContainers": kubernetes.init_containers,
    }
    return _present(fields)


def _spread(stack: Stack) -> dict[str, Any]:
    """Prefers another node for each replica; the same labels as the selector, so that it holds for every instance name."""
    term = {"labelSelector": {"matchLabels": selector(stack.kubernetes)}, "topologyKey": "kubernetes.io/hostname"}
    return {"podAntiAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"podAffinityTerm": term, "weight": 1}]}}


def _of_own_pods(stack: Stack, constraint: dict[str, Any]) -> dict[str, Any]:
    """A constraint that says whom it spreads: without a selector Kubernetes lets it match no pod at all."""
    return {"labelSelector": {"matchLabels": selector(stack.kubernetes)}, **constraint}


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items() if value}
