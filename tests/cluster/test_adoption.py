"""Objects that exist already: an error, or taken over as they are; never made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cluster.contents import contents, replica_sets

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject


def identities(project: ClusterProject) -> dict[str, str]:
    return {name: item["metadata"]["uid"] for name, item in contents(project.api, project.namespace).items()}


def test_objects_of_another_state_are_an_error_until_the_stack_adopts_them(new_cluster_project: Callable[[str], ClusterProject]) -> None:
    first, second = new_cluster_project("adopted"), new_cluster_project("adopted")
    first.up("--skip-preview")
    before, sets = identities(first), replica_sets(first.api, first.namespace)

    refused = second.up("--skip-preview", code=None)
    assert refused.returncode != 0
    assert 'namespaces "adopted" already exists' in refused.stdout + refused.stderr
    assert identities(first) == before

    # Two clones derive two fingerprint keys, so the first owner's annotation has to be taken over.
    force = {"annotations": {"pulumi.com/patchForce": "true"}}
    second.write(target={"cluster": {"adopt": True}}, kubernetes=force)
    second.up("--skip-preview")
    assert identities(first) == before
    assert {item["metadata"]["uid"] for item in replica_sets(first.api, first.namespace)} >= {item["metadata"]["uid"] for item in sets}
    second.preview("--expect-no-changes")
