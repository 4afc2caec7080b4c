"""Objects as a Helm release of Coder leaves them, made by its field manager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cluster.api import Api

SELECTOR = {"app.kubernetes.io/name": "coder", "app.kubernetes.io/instance": "coder"}


def make_helm_objects(api: Api, namespace: str) -> None:
    """Make the namespace, and in it the account, the Service and the Deployment of an older release."""
    assert api.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}}).status == 201
    for manifest in (_account(), _service(), _deployment()):
        meta = {
            "name": "coder",
            "namespace": namespace,
            "labels": {**SELECTOR, "app.kubernetes.io/managed-by": "Helm", "helm.sh/chart": "coder-2.30.0"},
            "annotations": {"meta.helm.sh/release-name": "coder", "meta.helm.sh/release-namespace": namespace},
        }
        made = {**manifest, "metadata": meta}
        folder = api.path_of(made).rpartition("/")[0]
        answer = api.request("POST", f"{folder}?fieldManager=helm", made)
        assert answer.status == 201, answer.body


def _account() -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "ServiceAccount"}


def _service() -> dict[str, Any]:
    ports = [{"name": "http", "port": 80, "targetPort": "http", "protocol": "TCP"}]
    spec = {"type": "ClusterIP", "sessionAffinity": "ClientIP", "selector": SELECTOR, "ports": ports}
    return {"apiVersion": "v1", "kind": "Service", "spec": spec}


def _deployment() -> dict[str, Any]:
    container = {
        "name": "coder",
        "image": "ghcr.io/coder/coder:v2.30.0",
        "command": ["/opt/coder"],
        "args": ["server"],
        "env": [{"name": "CODER_HTTP_ADDRESS", "value": "0.0.0.0:8080"}, {"name": "CODER_ACCESS_URL", "value": "https://old.example.com"}],
        "resources": {"limits": {"cpu": "1", "memory": "2Gi"}},
        "ports": [{"name": "http", "containerPort": 8080, "protocol": "TCP"}],
    }
    pod = {"serviceAccountName": "coder", "containers": [container], "terminationGracePeriodSeconds": 30}
    template = {"metadata": {"labels": SELECTOR}, "spec": pod}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "spec": {"replicas": 1, "selector": {"matchLabels": SELECTOR}, "template": template},
    }
