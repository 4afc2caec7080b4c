"""Each change of one setting touches the objects that it should, and no other; nothing is ever replaced."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from cluster.changes import CHANGES, SETTINGS, Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from cluster.cluster_project import ClusterProject

AT_ONCE = 2


@pytest.fixture(scope="module")
def project(new_cluster_project: Callable[[str], ClusterProject]) -> ClusterProject:
    made = new_cluster_project("changes")
    made.write(kubernetes=SETTINGS)
    made.up("--skip-preview")
    return made


@pytest.fixture(scope="module")
def previews(project: ClusterProject) -> dict[str, dict[str, Any]]:
    """The preview of each change on the stack that is up, by the name of the change; a preview holds no lock."""

    def preview(change: Change) -> dict[str, Any]:
        section = {**SETTINGS, **change.value} if change.section == "kubernetes" else change.value
        if change.section == "kubernetes" and "ingress" in change.value:
            section["ingress"] = {**SETTINGS["ingress"], **change.value["ingress"]}
        settings = {"kubernetes": SETTINGS, change.section: section}
        return project.planned_with(change.name.replace(" ", "-"), **settings)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip([change.name for change in CHANGES], pool.map(preview, CHANGES), strict=True))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_touches_what_it_should(change: Change, previews: dict[str, dict[str, Any]], project: ClusterProject) -> None:
    expected = {name.format(namespace=project.namespace): op for name, op in change.steps.items()}
    assert project.steps(previews[change.name]) == expected
