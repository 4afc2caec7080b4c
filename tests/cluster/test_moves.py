"""Names that change with consent: what was said beforehand is what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cluster.cluster_project import ClusterProject

PLACE = "@control-plane-of-the-tests"


def uids(project: ClusterProject, namespace: str) -> dict[str, str]:
    """Identity of each Deployment by its name."""
    answer = project.api.get(f"/apis/apps/v1/namespaces/{namespace}/deployments")
    return {item["metadata"]["name"]: item["metadata"]["uid"] for item in answer.body["items"]}


def test_a_new_name_a_new_namespace_and_a_new_selector(cluster_project: ClusterProject) -> None:
    project, first, second = cluster_project, cluster_project.namespace, f"{cluster_project.namespace}-2"
    project.up("--skip-preview")

    named = {"name": "chat"}
    project.write(kubernetes=named, target={"cluster": {"replaces": f"{first}/coder/coder{PLACE}"}})
    project.up("--skip-preview")
    assert set(uids(project, first)) == {"chat"}

    moved = {**named, "namespace": second}
    project.write(kubernetes=moved, target={"cluster": {"replaces": f"{first}/chat/chat{PLACE}"}})
    project.up("--skip-preview")
    before = uids(project, second)
    assert set(before) == {"chat"}
    assert project.api.get(f"/api/v1/namespaces/{first}").status == 404

    selected = {**moved, "instance": "release"}
    project.write(kubernetes=selected)
    refused = project.preview(code=None)
    assert "the Deployment is deleted and then made anew, and in between there is no server" in refused.stdout + refused.stderr
    project.write(kubernetes=selected, target={"cluster": {"replaces": f"{second}/chat/chat{PLACE}"}})
    project.up("--skip-preview")
    after = uids(project, second)
    assert set(after) == {"chat"}
    assert after["chat"] != before["chat"]

    project.write(kubernetes=selected)
    project.preview("--expect-no-changes")


def test_a_load_balancer_keeps_its_address_when_the_deployment_behind_it_is_replaced(cluster_project: ClusterProject) -> None:
    project, balanced, place = cluster_project, {"service": {"type": "LoadBalancer"}}, cluster_project.namespace
    project.write(kubernetes=balanced)
    project.up("--skip-preview")
    service = project.live("v1", "Service")["metadata"]["uid"]
    deployment = uids(project, place)["coder"]
    project.write(kubernetes={**balanced, "instance": "release"}, target={"cluster": {"replaces": f"{place}/coder/coder{PLACE}"}})
    project.up("--skip-preview")
    assert uids(project, place)["coder"] != deployment
    assert project.live("v1", "Service")["metadata"]["uid"] == service
    gone = project.run("destroy", "--yes", "--skip-preview").stdout
    assert gone.index("service-coder") < gone.index("deployment-coder")
