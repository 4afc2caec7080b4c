"""What somebody did by hand: found by a refresh, undone by the next update."""

from __future__ import annotations

import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from cluster.changes import SETTINGS
from cluster.contents import KINDS, changed, contents
from engine.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject

MERGE = "application/merge-patch+json"
# By kind, a change of something that the stack sets.
EDITS: dict[str, dict[str, Any]] = {
    "ServiceAccount": {"automountServiceAccountToken": True},
    "Secret": {"data": {"CODER_PG_CONNECTION_URL": "ZWRpdGVk"}},
    "Service": {"spec": {"sessionAffinity": "ClientIP"}},
    "Role": {"rules": []},
    "RoleBinding": {"subjects": [{"kind": "ServiceAccount", "name": "default", "namespace": "drift"}]},
    "ConfigMap": {"data": {"corp-ca.pem": "edited"}},
    "Deployment": {"spec": {"replicas": 5}},
    "StatefulSet": {"spec": {"template": {"spec": {"terminationGracePeriodSeconds": 5}}}},
    "PodDisruptionBudget": {"spec": {"maxUnavailable": 2}},
    "Ingress": {"spec": {"ingressClassName": "other"}},
}
NAMES = {"Role": "coder-workspace-perms", "ConfigMap": "coder-ca-certs", "StatefulSet": "coder-postgres"}
PEM = ROOT / "tests" / "cases" / "objects" / "authorities" / "certs" / "corp-ca.pem"
FILE = {"path": PEM.name, "sha256": sha256(PEM.read_bytes()).hexdigest()}


@pytest.fixture(scope="module")
def project(new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    made = new_cluster_project("drift")
    shutil.copyfile(PEM, made.root / PEM.name)
    made.run("config", "rm", "--path", "coder:deployment.pg_connection_url")  # the trial database has one of its own
    made.sections["kubernetes"] |= {**SETTINGS, "postgres": {"trial": True}, "certs": {"files": [FILE]}}
    made.write()
    made.up("--skip-preview")
    return made


def edit(project: ClusterProject, kind: str, patch: dict[str, Any], manager: str = "kubectl-edit") -> None:
    path = f"{KINDS[kind].format(project.namespace)}/{NAMES.get(kind, 'coder')}?fieldManager={manager}"
    answer = project.api.request("PATCH", path, patch, MERGE)
    assert answer.status == 200, answer.body


def test_an_edit_of_each_kind_is_found_and_undone(project: ClusterProject) -> None:
    assert set(EDITS) == set(KINDS)
    before = contents(project.api, project.namespace)
    for kind, patch in EDITS.items():
        edit(project, kind, patch)
    label = {"metadata": {"labels": {"app.kubernetes.io/part-of": "edited"}}}
    assert project.api.request("PATCH", "/api/v1/namespaces/drift?fieldManager=kubectl-edit", label, MERGE).status == 200
    assert len(changed(before, contents(project.api, project.namespace))) == len(EDITS) + 1

    project.refresh("--skip-preview")
    found = project.steps(project.planned())
    assert found == {f"{kind.lower()}-{NAMES.get(kind, 'coder')}": "update" for kind in EDITS} | {"namespace-drift": "update"}

    project.up("--skip-preview")
    assert changed(before, contents(project.api, project.namespace)) == set()
    project.preview("--expect-no-changes")


def test_what_was_deleted_is_made_again(project: ClusterProject) -> None:
    before = contents(project.api, project.namespace)
    for kind in ("PodDisruptionBudget", "RoleBinding", "Service"):
        assert project.api.request("DELETE", f"{KINDS[kind].format(project.namespace)}/coder").status == 200
    project.up("--skip-preview", "--refresh")
    after = contents(project.api, project.namespace)
    assert changed(without_identity(before), without_identity(after)) == set()


def test_a_variable_of_somebody_else_is_not_found_and_goes_only_if_kubectl_added_it(project: ClusterProject) -> None:
    """Server-side apply leaves alone what others own; finding it is the work of `codercfg`, not of Pulumi."""
    for name, manager in (("CODER_VERBOSE", "helm"), ("CODER_TRACE", "kubectl-edit")):
        added = [{"op": "add", "path": "/spec/template/spec/containers/0/env/-", "value": {"name": name, "value": "true"}}]
        path = f"{KINDS['Deployment'].format(project.namespace)}/coder?fieldManager={manager}"
        assert project.api.request("PATCH", path, added, "application/json-patch+json").status == 200
    project.refresh("--skip-preview")
    project.preview("--expect-no-changes")
    project.write(kubernetes={"terminationGracePeriodSeconds": 61})
    project.up("--skip-preview")
    (container,) = project.live("apps/v1", "Deployment")["spec"]["template"]["spec"]["containers"]
    assert {entry["name"] for entry in container["env"]} & {"CODER_VERBOSE", "CODER_TRACE"} == {"CODER_VERBOSE"}


def without_identity(found: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The objects without what is new in one that was made anew."""
    made = {}
    for name, item in found.items():
        meta = {key: value for key, value in item["metadata"].items() if key not in {"uid", "creationTimestamp"}}
        spec = {key: value for key, value in item.get("spec", {}).items() if not key.startswith("clusterIP")}
        made[name] = {**item, "metadata": meta, "spec": spec}
    return made
