"""Changes that are applied: what they do to the objects, and to the pods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cluster.changes import SETTINGS
from cluster.contents import changed, contents, pods, replica_sets

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.api import Api
    from cluster.cluster_project import ClusterProject

OIDC = {"issuer_url": "https://login.example.com", "client_id": "coder"}
SECRET = "coder:deployment.oidc.client_secret"
ELSEWHERE = {"serviceAccount": {"workspaceNamespaces": [{"name": "applied-team-a"}]}}
TLS = {"tls": {"secretNames": ["coder-tls"]}}


@pytest.fixture(scope="module")
def project(new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    made = new_cluster_project("applied")
    made.sections["deployment"]["oidc"] = OIDC
    made.sections["kubernetes"] |= SETTINGS
    made.write()
    made.set_secret(SECRET, "old-canary")
    made.up("--skip-preview")
    return made


def differences(digest: dict[str, Any]) -> dict[str, dict[str, str]]:
    """By object, each changed property and how."""
    return {
        step["urn"].rpartition("::")[2]: {path: detail["kind"] for path, detail in (step.get("detailedDiff") or {}).items()}
        for step in digest["steps"]
        if step["op"] != "same"
    }


def test_a_rotated_secret_changes_one_key_and_one_fingerprint_and_rolls_the_pods_once(project: ClusterProject) -> None:
    before, sets, uids = contents(project.api, project.namespace), replica_sets(project.api, project.namespace), pod_uids(project)
    project.set_secret(SECRET, "new-canary")
    assert differences(project.planned()) == {
        "secret-coder": {"data.CODER_OIDC_CLIENT_SECRET": "update"},
        "deployment-coder": {"spec.template.metadata.annotations.codercfg/secret-coder": "update"},
    }

    printed = project.up("--skip-preview", "--diff").stdout
    assert "canary" not in printed

    after = contents(project.api, project.namespace)
    assert changed(before, after) == {"Secret/coder", "Deployment/coder"}
    old, new = before["Secret/coder"]["data"], after["Secret/coder"]["data"]
    assert [key for key in old if old[key] != new[key]] == ["CODER_OIDC_CLIENT_SECRET"]
    assert {item["metadata"]["uid"] for item in replica_sets(project.api, project.namespace)} > {item["metadata"]["uid"] for item in sets}
    assert len(replica_sets(project.api, project.namespace)) == len(sets) + 1
    assert pod_uids(project).isdisjoint(uids)
    assert len(pod_uids(project)) == 2
    project.preview("--expect-no-changes")


def test_more_replicas_are_more_pods_of_the_same_kind(project: ClusterProject) -> None:
    before, sets, uids = contents(project.api, project.namespace), replica_sets(project.api, project.namespace), pod_uids(project)
    project.write(kubernetes={"replicas": 3})
    project.up("--skip-preview")
    assert changed(before, contents(project.api, project.namespace)) == {"Deployment/coder"}
    assert len(replica_sets(project.api, project.namespace)) == len(sets)
    assert pod_uids(project) > uids
    assert len(pod_uids(project)) == 3


def test_tls_and_rights_elsewhere_are_there_when_asked_for_and_gone_afterwards(project: ClusterProject) -> None:
    other = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "applied-team-a"}}
    assert project.api.apply(other).status == 201
    project.write()
    project.up("--skip-preview")
    before = contents(project.api, project.namespace)
    assert not may_create_pods(project.api, "applied", "applied-team-a")

    project.write(kubernetes={**ELSEWHERE, **TLS})
    project.up("--skip-preview")
    assert changed(before, contents(project.api, project.namespace)) == {"Deployment/coder", "Service/coder"}
    assert [port["port"] for port in project.live("v1", "Service")["spec"]["ports"]] == [80, 443]
    assert may_create_pods(project.api, "applied", "applied-team-a")
    assert not may_create_pods(project.api, "applied", "default")

    project.write()
    project.up("--skip-preview")
    assert changed(before, contents(project.api, project.namespace)) == set()
    assert not may_create_pods(project.api, "applied", "applied-team-a")


def test_pods_that_do_not_start_end_the_update_in_time_and_the_old_ones_stay(project: ClusterProject) -> None:
    project.write()
    project.up("--skip-preview")
    uids = pod_uids(project)
    project.write(kubernetes={"image": {"tag": "broken"}}, target={"cluster": {"timeouts": {"Deployment": "3s"}}})
    failed = project.up("--skip-preview", code=None)
    assert failed.returncode != 0
    assert "[PUL033] Deployment applied/coder could not be updated" in failed.stdout + failed.stderr
    assert pod_uids(project) > uids

    project.write()
    project.up("--skip-preview")
    assert pod_uids(project) == uids
    project.preview("--expect-no-changes")


def test_each_object_has_a_field_manager_of_its_own_and_keeps_it(project: ClusterProject) -> None:
    """By which server-side apply knows what to take away when a setting goes; the real plugin keeps it the same way."""
    stored = {item["urn"].rpartition("::")[2]: item["outputs"].get("__fieldManager") for item in objects_of(project)}
    assert len(set(stored.values())) == len(stored)
    applied = [entry["manager"] for entry in managed_fields(project) if entry["operation"] == "Apply"]
    assert applied == [stored["deployment-coder"]]


def objects_of(project: ClusterProject) -> list[dict[str, Any]]:
    return [item for item in project.state()["deployment"]["resources"] if item["type"].startswith("kubernetes:")]


def managed_fields(project: ClusterProject) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = project.live("apps/v1", "Deployment")["metadata"]["managedFields"]
    return found


def pod_uids(project: ClusterProject) -> set[str]:
    return {pod["metadata"]["uid"] for pod in pods(project.api, project.namespace)}


def may_create_pods(api: Api, namespace: str, where: str) -> bool:
    """What the server's authorization says of the stack's account."""
    account = f"system:serviceaccount:{namespace}:coder"
    spec = {"user": account, "resourceAttributes": {"namespace": where, "verb": "create", "resource": "pods"}}
    review = {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": spec}
    answer = api.request("POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", review)
    return bool(answer.body["status"]["allowed"])
