"""Removes manifests that a killed provider wrote and the engine never heard of.

The engine takes such a creation for failed. The next update writes the file again, unless by then the object has another place or is not
wanted any more: then nobody would ever remove it, and `kubectl apply -f` would go on applying it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tools.bootstrap.interrupted import MANIFEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def manifest_paths(state: Path) -> set[str]:
    """Paths of the manifests that a state knows, and of those that its last update meant to write."""
    try:
        latest = json.loads(state.read_bytes())["checkpoint"]["latest"] or {}
    except (OSError, ValueError, LookupError, TypeError):
        return set()
    resources: list[dict[str, Any]] = latest.get("resources") or []
    known = [resource.get("inputs", {}).get("path") for resource in resources if resource["type"] == MANIFEST_FILE]
    meant = [path for resource in resources if resource["type"] == "pulumi:pulumi:Stack" for path in _files(resource)]
    return {path for path in (*known, *meant) if isinstance(path, str)}


def _files(stack: dict[str, Any]) -> list[object]:
    found = stack.get("outputs", {}).get("files")
    return found if isinstance(found, list) else []


def remove_leftover_files(root: Path, stack: str, before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Remove manifests that the last update meant to write, that say they belong to the stack, and that this one does not know.

    Args:
        root: Folder of the project.
        stack: Name of the stack.
        before: Paths that the state had before the update.
        after: Paths that it has now, when everything has succeeded.
    """
    from codercfg.kubernetes_objects.manifest_text import header
    from codercfg.kubernetes_objects.owned_file import OwnedFile

    removed = []
    for path in sorted({*before} - {*after}):
        if (root / path).is_file():
            OwnedFile(root / path, header(stack), {}).delete()
            removed += [] if (root / path).is_file() else [path]
    return removed
