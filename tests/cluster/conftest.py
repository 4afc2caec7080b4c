"""Tests that apply objects to a real control plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import etcd, pulumi_cli
from tools.bootstrap.control_plane import API_SERVER, CONTROLLER_MANAGER
from tools.bootstrap.paths import Paths
from tools.bootstrap.pins import KUBERNETES, PULUMI

import levels
from cluster import live_stack
from cluster.api import Api
from cluster.cluster_project import ClusterProject
from cluster.control_plane import ControlPlane, Programs
from cluster.node import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def programs() -> Programs:
    """The programs of a control plane, for a test that starts one of its own."""
    return Programs(
        etcd.find(Paths()) or levels.skip_level("cluster", "etcd"),
        API_SERVER.find(Paths()) or levels.skip_level("cluster", f"kube-apiserver {KUBERNETES}"),
        CONTROLLER_MANAGER.find(Paths()) or levels.skip_level("cluster", f"kube-controller-manager {KUBERNETES}"),
    )


@pytest.fixture(scope="session")
def control_plane(programs: Programs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlPlane]:
    """A kube-apiserver with its etcd and controllers on free loopback ports; gone when the session ends."""
    with ControlPlane.started(programs, tmp_path_factory.mktemp("control-plane")) as running:
        yield running


@pytest.fixture(scope="session")
def api(control_plane: ControlPlane) -> Api:
    """A client with all rights on the control plane."""
    return Api(control_plane.url, control_plane.token, control_plane.ca_file)


@pytest.fixture(scope="session")
def node(api: Api) -> Iterator[Node]:
    """Says of every pod that it runs, so that rollouts complete."""
    with Node(api).running() as running:
        yield running


@pytest.fixture(scope="session")
def pulumi() -> Path:
    """Path of the Pulumi CLI."""
    return pulumi_cli.find(Paths()) or levels.skip_level("cluster", f"a Pulumi CLI {PULUMI} or newer")


@pytest.fixture(scope="session")
def new_cluster_project(
    pulumi: Path, control_plane: ControlPlane, api: Api, node: Node, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], ClusterProject]:
    """Makes copies of this project, each with a stack for a namespace of its own; for fixtures that serve a whole module."""
    del node  # only has to run

    def create(namespace: str) -> ClusterProject:
        return ClusterProject.on(control_plane, api, tmp_path_factory.mktemp(namespace) / "project", pulumi, namespace)

    return create


@pytest.fixture
def cluster_project(new_cluster_project: Callable[[str], ClusterProject], request: pytest.FixtureRequest) -> ClusterProject:
    """A copy of this project whose selected stack `test` goes to a namespace of its own."""
    name = "".join(letter if letter.isalnum() else "-" for letter in request.node.name.removeprefix("test_").lower())
    return new_cluster_project(name[:40].strip("-"))


@pytest.fixture
def live(api: Api) -> Iterator[Api]:
    """All objects of `live_stack` as Pulumi applies them, and what they refer to; gone afterwards but for the namespace."""
    assert api.apply(live_stack.NAMESPACE, manager=live_stack.PULUMI).status in {200, 201}
    held = [*live_stack.manifests(live_stack.loaded()), live_stack.secret("database", url="postgres://coder@db/coder")]
    for manifest in held:
        answer = api.apply(manifest, manager=f"{live_stack.PULUMI}-0a1b2c3d")
        assert answer.status in {200, 201}, answer.body
    yield api
    for manifest in reversed(held):
        if manifest["kind"] != "Namespace":
            api.delete(manifest)
