"""Tests that run the real Pulumi CLI."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.project import Project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(pulumi: Path, tmp_path: Path) -> Project:
    """A copy of this project with its own file backend, Pulumi home and passphrase; stacks are to be initialised."""
    return Project.create(tmp_path / "project", pulumi)
