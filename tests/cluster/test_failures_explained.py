"""What a real API server answers to an update that it does not want, and how that is explained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from cluster.live_users import NO_TOKEN, account, other_authority, written_kubeconfig

if TYPE_CHECKING:
    from pathlib import Path

    from cluster.api import Api
    from cluster.cluster_project import ClusterProject
    from cluster.control_plane import ControlPlane

FOUND = re.compile(r"\[(PUL\d+)\] (\w+) (\S+) could not be (\w+)")
READ = [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list"]}]


def explained(project: ClusterProject, *arguments: str) -> dict[str, str]:
    """Code by kind, from an update that fails."""
    done = project.up("--skip-preview", *arguments, code=None)
    printed = (done.stdout + done.stderr).partition("Diagnostics:")[2]
    assert done.returncode not in {0, None}, printed
    assert arguments or "Traceback" not in printed  # with --continue-on-error, the wheel raises for what depends on a failed resource
    assert "database-canary" not in printed
    return {kind: code for code, kind, _name, _operation in FOUND.findall(printed)}


def test_each_object_gets_its_own_explanation(cluster_project: ClusterProject) -> None:
    project, api, namespace = cluster_project, cluster_project.api, cluster_project.namespace
    project.write(kubernetes={"createNamespace": False, "replicas": 2})
    assert set(explained(project).values()) == {"PUL025"}

    meta = {"namespace": namespace}
    held: list[dict[str, Any]] = [
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}},
        {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {**meta, "name": "coder"}},
        {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {**meta, "name": "few"}, "spec": {"hard": {"count/secrets": "0"}}},
    ]
    for manifest in held:
        assert api.apply(manifest).status in {200, 201}
    project.write(kubernetes={"createNamespace": False, "service": {"type": "NodePort", "httpNodePort": 80}})
    assert explained(project, "--continue-on-error") == {"ServiceAccount": "PUL026", "Secret": "PUL023", "Service": "PUL030"}

    api.delete(held[2])
    project.write(kubernetes={"createNamespace": False}, target={"cluster": {"import": ["serviceaccount/coder"]}})
    before = project.live("v1", "ServiceAccount")["metadata"]["uid"]
    project.up("--skip-preview")
    assert project.live("v1", "ServiceAccount")["metadata"]["uid"] == before
    project.write(kubernetes={"createNamespace": False})
    assert project.steps(project.planned()) == {"kubernetes": "update"}  # the provider alone, which no longer takes fields over


def test_no_load_balancer_waits_for_pods_of_a_deployment_that_was_refused(cluster_project: ClusterProject) -> None:
    project, api, meta = cluster_project, cluster_project.api, {"namespace": cluster_project.namespace}
    quota = {
        "apiVersion": "v1",
        "kind": "ResourceQuota",
        "metadata": {**meta, "name": "none"},
        "spec": {"hard": {"count/deployments.apps": "0"}},
    }
    held = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": cluster_project.namespace}}
    for manifest in (held, quota):
        assert api.apply(manifest).status in {200, 201}
    project.write(
        kubernetes={"createNamespace": False, "service": {"type": "LoadBalancer"}}, target={"cluster": {"timeouts": {"Service": "20s"}}}
    )
    assert explained(project) == {"Deployment": "PUL023"}
    api.delete(quota)
    project.up("--skip-preview")
    assert project.live("v1", "Service")["status"]["loadBalancer"]["ingress"]


@pytest.mark.parametrize(("user", "code"), [("limited", "PUL021"), ("unknown", "PUL020"), ("authority", "PUL035"), ("nowhere", "PUL034")])
def test_a_kubeconfig_that_does_not_do_is_explained(
    cluster_project: ClusterProject, control_plane: ControlPlane, api: Api, tmp_path: Path, user: str, code: str
) -> None:
    project = cluster_project
    assert api.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "look"}}).status in {200, 201}
    kubeconfig = {
        "limited": lambda: account(api, control_plane, tmp_path, READ),
        "unknown": lambda: written_kubeconfig(control_plane, tmp_path, token=NO_TOKEN),
        "authority": lambda: written_kubeconfig(control_plane, tmp_path, authority=str(other_authority(tmp_path))),
        "nowhere": lambda: written_kubeconfig(control_plane, tmp_path, server="https://127.0.0.1:1"),
    }[user]()
    project.write(target={"cluster": {"kubeconfig": str(kubeconfig)}})
    assert set(explained(project).values()) == {code}
