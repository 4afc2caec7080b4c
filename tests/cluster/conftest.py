"""Tests that apply objects to a real kube-apiserver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import api_server, etcd
from tools.bootstrap.paths import Paths
from tools.bootstrap.pins import KUBERNETES

import levels
from cluster.api import Api
from cluster.control_plane import ControlPlane

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    levels.mark(items, "cluster", FOLDER)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return levels.failed_if_skipped((yield), "cluster")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return levels.failed_if_skipped((yield), "cluster")


@pytest.fixture(scope="session")
def control_plane(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlPlane]:
    """A kube-apiserver with its etcd on free loopback ports; gone when the session ends."""
    etcd_program = etcd.find(Paths()) or levels.skip_level("cluster", "etcd")
    server = api_server.find(Paths()) or levels.skip_level("cluster", f"kube-apiserver {KUBERNETES}")
    with ControlPlane.started(etcd_program, server, tmp_path_factory.mktemp("control-plane")) as running:
        yield running


@pytest.fixture(scope="session")
def api(control_plane: ControlPlane) -> Api:
    """A client with all rights on the control plane."""
    return Api(control_plane.url, control_plane.token, control_plane.ca_file)
