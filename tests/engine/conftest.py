"""Tests that run the real Pulumi CLI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import pulumi_cli
from tools.bootstrap.paths import Paths
from tools.bootstrap.pins import PULUMI

import levels
from engine.project import Project

if TYPE_CHECKING:
    from collections.abc import Generator

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    levels.mark(items, "engine", FOLDER)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return levels.failed_if_skipped((yield), "engine")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return levels.failed_if_skipped((yield), "engine")


@pytest.fixture(scope="session")
def pulumi() -> Path:
    """Path of the Pulumi CLI."""
    cli = pulumi_cli.find(Paths())
    return cli or levels.skip_level("engine", f"a Pulumi CLI {PULUMI} or newer")


@pytest.fixture
def project(pulumi: Path, tmp_path: Path) -> Project:
    """A copy of this project with its own file backend, Pulumi home and passphrase; stacks are to be initialised."""
    return Project.create(tmp_path / "project", pulumi)
