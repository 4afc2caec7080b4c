"""Throw-away projects of the program tests."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import yaml

from program.ran import ROOT, Ran, ran

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "canary-4f1d8a60b7"
URL = f"postgres://coder:{CANARY}@db.example.com/coder"
SECURE: dict[str, Any] = {"secure": "v1:bm9uY2U=:Y2lwaGVydGV4dA=="}


def stack(**sections: Any) -> dict[str, Any]:
    """The sections of a small stack without findings, with the given ones on top."""
    return {
        "release": "2.33.1",
        "deployment": {"access_url": "https://coder.example.com", "pg_connection_url": SECURE},
        "target": {"files": {"secrets": "write"}},
        **sections,
    }


def written(root: Path, sections: dict[str, Any], name: str = "dev") -> Path:
    """Make the project in `root` with this stack; returns the stack's file."""
    (root / "stacks").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "Pulumi.yaml", root / "Pulumi.yaml")
    file = root / "stacks" / f"Pulumi.{name}.yaml"
    config = {f"coder:{section}": value for section, value in sections.items()}
    file.write_text(yaml.safe_dump({"config": config}, sort_keys=False), encoding="utf-8")
    return file


def decrypted(value: Any, text: str = URL) -> Any:
    """What Pulumi passes: each ciphertext opened."""
    if value == SECURE:
        return text
    if isinstance(value, dict):
        return {key: decrypted(item, text) for key, item in value.items()}
    return [decrypted(item, text) for item in value] if isinstance(value, list) else value


def run_stack(root: Path, sections: dict[str, Any], **arguments: Any) -> Ran:
    """Run the program for a stack as the CLI would."""
    written(root, sections)
    return ran(root, decrypted(sections), **arguments)
