"""A stack on its way into a cluster and out of it again, with nothing changed in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kubernetes_plugin.identity import NAME

if TYPE_CHECKING:
    from cluster.cluster_project import ClusterProject

OBJECTS = {
    "serviceaccount-coder",
    "role-coder-workspace-perms",
    "rolebinding-coder",
    "secret-coder",
    "service-coder",
    "deployment-coder",
}


def test_a_stack_comes_up_stays_and_goes(cluster_project: ClusterProject) -> None:
    project = cluster_project
    planned = project.steps(project.planned())
    assert {name for name in planned if name.partition("-")[0] not in {"coder", "kubernetes", "fingerprint", "layout"}} == {
        *OBJECTS,
        f"namespace-{project.namespace}",
    }
    assert set(planned.values()) == {"create"}
    assert project.api.get(f"/api/v1/namespaces/{project.namespace}").status == 404, "a preview made something"

    printed = project.up("--skip-preview").stdout
    assert (NAME in printed) == (project.plugin == "stand-in")
    assert project.live("apps/v1", "Deployment")["status"]["availableReplicas"] == 1

    project.preview("--expect-no-changes")
    project.refresh("--skip-preview", "--expect-no-changes")
    project.preview("--expect-no-changes")

    project.destroy("--skip-preview")
    assert project.api.get(f"/api/v1/namespaces/{project.namespace}").status == 404
    assert "resources" not in project.state()["deployment"] or project.state()["deployment"]["resources"] == []
