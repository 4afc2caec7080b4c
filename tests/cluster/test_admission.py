"""A cluster that is strict: Pod Security `restricted` is enforced, and a quota counts what pods ask for."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from cluster.contents import pods
from cluster.merged_environment import merged_environment
from engine.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject

NAMESPACE = "strict"
LABELS = {f"pod-security.kubernetes.io/{mode}": "restricted" for mode in ("enforce", "warn", "audit")}
QUOTA = {"pods": "3", "requests.cpu": "20", "requests.memory": "40Gi", "limits.cpu": "20", "limits.memory": "40Gi"}
MORE = {"CODER_ACCESS_URL": "https://hidden.example.com", "CODER_VERBOSE": "true"}
SETTINGS: dict[str, Any] = {
    "createNamespace": False,
    # A quota of limits wants a limit of every container, and the trial database comes without one for its CPU.
    "postgres": {"trial": True, "resources": {"limits": {"cpu": "1", "memory": "1Gi"}}},
    "envFrom": [{"configMapRef": {"name": "more"}}],
    "deployment": {"annotations": {"pulumi.com/timeoutSeconds": "3"}},
}


@pytest.fixture(scope="module")
def project(new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    made = new_cluster_project(NAMESPACE)
    meta = {"name": "more", "namespace": NAMESPACE}
    for manifest in (
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE, "labels": LABELS}},
        {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {**meta, "name": "quota"}, "spec": {"hard": QUOTA}},
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": meta, "data": MORE},
    ):
        assert made.api.apply(manifest).status == 201
    made.run("config", "rm", "--path", "coder:deployment.pg_connection_url")  # the trial database has one of its own
    made.sections["kubernetes"] |= SETTINGS
    made.write()
    made.up("--skip-preview")
    return made


def test_the_pods_of_the_controllers_are_admitted(project: ClusterProject) -> None:
    running = {pod["metadata"]["labels"]["app.kubernetes.io/component"]: pod["status"]["phase"] for pod in pods(project.api, NAMESPACE)}
    assert running == {"coderd": "Running", "database": "Running"}
    used = project.live("v1", "ResourceQuota", "quota")["status"]["used"]
    assert used["pods"] == "2"


def test_a_pod_that_is_not_restricted_is_refused_here(project: ClusterProject) -> None:
    spec = {"containers": [{"name": "a", "image": "a", "resources": {"limits": {"cpu": "1", "memory": "1Gi"}}}]}
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "careless"}, "spec": spec}
    answer = project.api.request("POST", f"/api/v1/namespaces/{NAMESPACE}/pods", pod)
    assert answer.status == 403
    assert 'violates PodSecurity "restricted' in answer.body["message"]


def test_the_container_sees_what_codercfg_says_and_else_only_what_others_gave_it(project: ClusterProject) -> None:
    (pod,) = [item for item in pods(project.api, NAMESPACE) if item["metadata"]["labels"]["app.kubernetes.io/component"] == "coderd"]
    names = [entry["name"] for entry in pod["spec"]["containers"][0]["env"]]
    assert len(names) == len(set(names)), "the last of two wins, so a doubled name hides one of them"

    said = merged_environment(project.api, pod, codercfg_env(project))
    seen = merged_environment(project.api, pod)

    assert {name: value for name, value in seen.items() if name in said} == said
    assert said["CODER_ACCESS_URL"] == "https://coder.example.com"
    assert {name: value for name, value in seen.items() if name not in said} == {"CODER_VERBOSE": "true"}
    assert said["CODER_PG_CONNECTION_URL"].startswith("postgres://")
    assert said["CODER_DERP_SERVER_RELAY_URL"] == f"http://{pod['status']['podIP']}:8080"


def test_pods_beyond_the_quota_end_the_update_with_the_reason_and_the_next_one_goes_on(project: ClusterProject) -> None:
    project.write(kubernetes={"replicas": 4})
    failed = project.up("--skip-preview", code=None)
    assert failed.returncode != 0
    assert "exceeded quota: quota" in failed.stdout + failed.stderr

    project.write()
    project.up("--skip-preview")
    assert len(pods(project.api, NAMESPACE)) == 2
    project.preview("--expect-no-changes")


def codercfg_env(project: ClusterProject) -> list[dict[str, Any]]:
    """The variables that `codercfg env` says the stack sets."""
    command = [sys.executable, "-m", "codercfg.cli", "env", str(project.stack_file), "--format", "json"]
    environ = {**project.environ, "PYTHONPATH": str(ROOT / "infra")}
    done = subprocess.run(command, cwd=project.root, env=environ, capture_output=True, text=True, check=True, timeout=60)
    entries: list[dict[str, Any]] = json.loads(done.stdout)["env"]
    return entries
