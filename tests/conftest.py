"""For all levels: markers, skips that CI does not accept, and no test that is measured by the clock of a machine on which others work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

import levels

if TYPE_CHECKING:
    from collections.abc import Generator

FOLDER = Path(__file__).parent

hypothesis.settings.register_profile("codercfg", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("codercfg")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if level := levels.level_of(item.path, FOLDER):
            item.add_marker(level)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return levels.failed_if_skipped((yield), levels.level_of(item.path, FOLDER))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return levels.failed_if_skipped((yield), levels.level_of(collector.path, FOLDER))


@pytest.fixture(scope="session")
def pulumi() -> Path:
    """Path of the Pulumi CLI."""
    from tools.bootstrap import pulumi_cli
    from tools.bootstrap.paths import Paths
    from tools.bootstrap.pins import PULUMI

    return pulumi_cli.find(Paths()) or levels.skip_level("engine", f"a Pulumi CLI {PULUMI} or newer")
