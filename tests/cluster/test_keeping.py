"""What is protected stays, what is retained is forgotten and stays, and a rename is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cluster.cluster_project import ClusterProject


def names(project: ClusterProject) -> set[str]:
    return {item["urn"].rpartition("::")[2] for item in project.state()["deployment"].get("resources", [])}


def status(project: ClusterProject, path: str) -> int:
    return project.api.get(path.format(namespace=project.namespace)).status


def test_protected_objects_outlive_a_destroy_and_a_mistake(cluster_project: ClusterProject) -> None:
    project = cluster_project
    project.write(target={"cluster": {"protect": "data"}})
    project.up("--skip-preview")

    project.write(kubernetes={"createNamespace": False}, target={"cluster": {"protect": "data"}})
    preview = project.preview(code=None)
    assert preview.returncode != 0
    assert "because it is protected" in preview.stdout + preview.stderr

    project.write(kubernetes={"name": "chat"}, target={"cluster": {"protect": "data"}})
    renamed = project.up("--skip-preview", code=None)
    assert "[PUL006] the objects would be others:" in renamed.stdout + renamed.stderr
    assert status(project, "/apis/apps/v1/namespaces/{namespace}/deployments/chat") == 404

    project.destroy("--skip-preview", "--exclude-protected")
    assert status(project, "/api/v1/namespaces/{namespace}") == 200
    assert status(project, "/apis/apps/v1/namespaces/{namespace}/deployments/coder") == 404
    assert f"namespace-{project.namespace}" in names(project)


def test_retained_objects_are_forgotten_and_stay(cluster_project: ClusterProject) -> None:
    project = cluster_project
    project.write(target={"cluster": {"retain": "all"}})
    project.up("--skip-preview")
    before = project.live("apps/v1", "Deployment")["metadata"]["uid"]
    project.destroy("--skip-preview")
    assert names(project) == set()
    assert project.live("apps/v1", "Deployment")["metadata"]["uid"] == before
