"""Updates that are killed, starved or locked out, with the real Pulumi CLI and through `.venv/bin/pulumi`'s own code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from faults.clone import FaultyClone

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clone(tmp_path: Path, pulumi: Path) -> FaultyClone:
    """A clone with the stack `faults`, up to date."""
    made = FaultyClone(tmp_path / "clone", pulumi)
    made.give(made.stack())
    made.up()
    return made
