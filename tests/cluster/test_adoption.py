"""Objects that exist already: an error, or taken over as they are; never made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cluster.contents import contents
from cluster.helm_objects import make_helm_objects

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject

HELMS = ["serviceaccount/coder", "service/coder", "deployment/coder"]


def identities(project: ClusterProject) -> dict[str, str]:
    return {name: item["metadata"]["uid"] for name, item in contents(project.api, project.namespace).items()}


def is_ours(project: ClusterProject) -> bool:
    """Whether the Deployment is as the stack says, with nothing left of what it was."""
    (container,) = project.live("apps/v1", "Deployment")["spec"]["template"]["spec"]["containers"]
    urls = [entry["value"] for entry in container["env"] if entry["name"] == "CODER_ACCESS_URL"]
    return container["image"].endswith(":v2.33.1") and urls == ["https://coder.example.com"]


@pytest.mark.parametrize("how", ["import", "adopt"])
def test_objects_of_a_helm_release_are_taken_over_and_keep_their_identity(
    new_cluster_project: Callable[[str], ClusterProject], how: str
) -> None:
    project = new_cluster_project(f"helm-{how}")
    make_helm_objects(project.api, project.namespace)
    before = identities(project)
    names = [*HELMS, f"namespace/{project.namespace}"]
    project.write(target={"cluster": {"import": names} if how == "import" else {"adopt": True}})

    if how == "import":
        steps = [(step["urn"].rpartition("::")[2], step["op"]) for step in project.planned()["steps"] if step["op"] != "create"]
        assert sorted(steps) == sorted((name.replace("/", "-"), op) for name in names for op in ("import", "update"))
    project.up("--skip-preview")
    after = identities(project)
    assert {name: uid for name, uid in after.items() if name in before} == before
    assert is_ours(project)

    project.write()
    project.up("--skip-preview")
    assert identities(project) == after
    project.preview("--expect-no-changes")


def test_what_exists_is_an_error_that_names_the_object(new_cluster_project: Callable[[str], ClusterProject]) -> None:
    project = new_cluster_project("exists")
    make_helm_objects(project.api, project.namespace)
    before = contents(project.api, project.namespace)
    refused = project.up("--skip-preview", code=None)
    assert refused.returncode != 0
    assert 'namespaces "exists" already exists' in refused.stdout + refused.stderr
    assert contents(project.api, project.namespace) == before
