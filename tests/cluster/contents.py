"""What lives in a namespace, without what the server and its controllers write into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cluster.api import Api

KINDS = {
    "ServiceAccount": "/api/v1/namespaces/{}/serviceaccounts",
    "Secret": "/api/v1/namespaces/{}/secrets",
    "ConfigMap": "/api/v1/namespaces/{}/configmaps",
    "Service": "/api/v1/namespaces/{}/services",
    "Role": "/apis/rbac.authorization.k8s.io/v1/namespaces/{}/roles",
    "RoleBinding": "/apis/rbac.authorization.k8s.io/v1/namespaces/{}/rolebindings",
    "Deployment": "/apis/apps/v1/namespaces/{}/deployments",
    "StatefulSet": "/apis/apps/v1/namespaces/{}/statefulsets",
    "PodDisruptionBudget": "/apis/policy/v1/namespaces/{}/poddisruptionbudgets",
    "Ingress": "/apis/networking.k8s.io/v1/namespaces/{}/ingresses",
}
_CONTROLLERS = {("ServiceAccount", "default"), ("ConfigMap", "kube-root-ca.crt")}
_SERVERS = ("managedFields", "resourceVersion", "generation")
_REVISION = "deployment.kubernetes.io/revision"


def contents(api: Api, namespace: str) -> dict[str, dict[str, Any]]:
    """By `Kind/name`, each object that somebody made: with its uid, without status and versions."""
    found = {}
    for kind, path in KINDS.items():
        for item in api.get(path.format(namespace)).body["items"]:
            if (kind, item["metadata"]["name"]) not in _CONTROLLERS:
                found[f"{kind}/{item['metadata']['name']}"] = _content(item)
    space = api.get(f"/api/v1/namespaces/{namespace}")
    return found if space.status == 404 else {f"Namespace/{namespace}": _content(space.body), **found}


def listed(api: Api, namespace: str, path: str) -> list[dict[str, Any]]:
    """The objects of a plural such as `/api/v1/{}/pods` in a namespace."""
    found: list[dict[str, Any]] = api.get(path.format(f"namespaces/{namespace}")).body["items"]
    return found


def replica_sets(api: Api, namespace: str) -> list[dict[str, Any]]:
    return listed(api, namespace, "/apis/apps/v1/{}/replicasets")


def pods(api: Api, namespace: str) -> list[dict[str, Any]]:
    """The pods that are there to stay."""
    return [pod for pod in listed(api, namespace, "/api/v1/{}/pods") if "deletionTimestamp" not in pod["metadata"]]


def changed(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> set[str]:
    """Names of what is not as it was."""
    return {name for name in {**before, **after} if before.get(name) != after.get(name)}


def _content(item: dict[str, Any]) -> dict[str, Any]:
    meta = {key: value for key, value in item["metadata"].items() if key not in _SERVERS}
    meta["annotations"] = {name: value for name, value in meta.get("annotations", {}).items() if name != _REVISION}
    return {key: value for key, value in item.items() if key != "status"} | {"metadata": meta}
