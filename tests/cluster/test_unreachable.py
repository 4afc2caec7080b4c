"""A stack that is up, and a cluster that does not answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cluster.processes import free_ports

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject


@pytest.fixture(scope="module")
def project(new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    made = new_cluster_project("unreachable")
    made.up("--skip-preview")
    return made


@pytest.fixture(scope="module")
def nobody(project: ClusterProject, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The target with a kubeconfig whose server is a port where nobody listens."""
    target = project.sections["target"]["cluster"]
    kubeconfig = json.loads(Path(target["kubeconfig"]).read_text(encoding="utf-8"))
    kubeconfig["clusters"][0]["cluster"]["server"] = f"https://127.0.0.1:{free_ports(1)[0]}"
    moved = tmp_path_factory.mktemp("nobody") / "kubeconfig"
    moved.write_text(json.dumps(kubeconfig), encoding="utf-8")
    return {"cluster": {"kubeconfig": str(moved)}}


def test_a_preview_goes_on_and_sees_only_what_the_state_knows(project: ClusterProject, nobody: dict[str, Any]) -> None:
    edited = {"spec": {"sessionAffinity": "ClientIP"}}
    path = f"/api/v1/namespaces/{project.namespace}/services/coder"
    assert project.api.request("PATCH", path, edited, "application/merge-patch+json").status == 200
    assert project.steps(project.planned_with("unreachable", target=nobody)) == {"kubernetes": "update"}
    changed = project.planned_with("changed", target=nobody, kubernetes={"terminationGracePeriodSeconds": 61})
    assert project.steps(changed) == {"kubernetes": "update", "deployment-coder": "update"}


def test_an_update_and_a_refresh_fail_with_the_reason_and_forget_nothing(project: ClusterProject, nobody: dict[str, Any]) -> None:
    known = resources(project)
    project.write(target=nobody, kubernetes={"terminationGracePeriodSeconds": 61})
    for done in (project.up("--skip-preview", code=None), project.refresh("--skip-preview", code=None)):
        assert done.returncode != 0
        assert "unreachable" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    assert resources(project) == known
    project.write()
    project.up("--skip-preview")
    project.preview("--expect-no-changes")


def resources(project: ClusterProject) -> set[str]:
    return {item["urn"] for item in project.state()["deployment"]["resources"]}
