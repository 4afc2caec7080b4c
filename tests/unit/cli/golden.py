"""Compares whole texts with files; `UPDATE_CASES=1` writes them, except in CI."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def assert_golden(path: Path, text: str) -> None:
    if os.environ.get("UPDATE_CASES") and not os.environ.get("CI"):
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path.name} is missing: run the test again with UPDATE_CASES=1 and look at it"
    assert text == path.read_text(encoding="utf-8")
