from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from tools.bootstrap.paths import ROOT, Paths

if TYPE_CHECKING:
    from pathlib import Path


class AddProgram(Protocol):
    """Put a shell script on the fake PATH."""

    def __call__(self, name: str, script: str, folder: Path | None = None) -> Path: ...


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """An empty clone with the Go modules of the real one; its cache lies beside it."""
    root = tmp_path / "clone"
    (root / "stacks").mkdir(parents=True)
    (root / "tools").mkdir()
    (root / "tools" / "go").symlink_to(ROOT / "tools" / "go")
    return Paths(root, {"XDG_CACHE_HOME": str(tmp_path / "cache")})


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder to be the whole PATH, empty."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


@pytest.fixture
def add_program(programs: Path) -> AddProgram:
    def add(name: str, script: str, folder: Path | None = None) -> Path:
        program = (folder or programs) / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return add


@pytest.fixture
def environ(programs: Path) -> dict[str, str]:
    """An environment in which only fake programs are found."""
    return {"PATH": str(programs)}
