"""Updates that are killed, starved or locked out, with the real Pulumi CLI and through `.venv/bin/pulumi`'s own code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.bootstrap import pulumi_cli
from tools.bootstrap.paths import Paths
from tools.bootstrap.pins import PULUMI

import levels
from faults.clone import FaultyClone

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
def clone(tmp_path: Path, pulumi: Path) -> FaultyClone:
    """A clone with the stack `faults`, up to date."""
    made = FaultyClone(tmp_path / "clone", pulumi)
    made.give(made.stack())
    made.up()
    return made
