"""Finds and loads the file of the selected stack."""

from __future__ import annotations

import os
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.sources.project_folder import PROJECT_FILES
from codercfg.sources.stack.secrets import texts_by_place
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.stack_check import LoadedStack

OVERRIDE = "CODERCFG_STACK_FILE"
_ENDINGS = (".yaml", ".yml", ".json")


def load_selected_stack(root: Path, name: str, sections: Mapping[str, Any]) -> LoadedStack:
    """Check the stack with all secrets known.

    Args:
        root: Folder of Pulumi.yaml; places in findings are relative to it.
        name: Name of the selected stack.
        sections: What Pulumi passes, decrypted.
    """
    secrets = {place: text for section, value in sections.items() for place, text in texts_by_place(section, value).items()}
    with chdir(root):
        loaded = load_stack(stack_file(root, name), secrets, project=root)
    if loaded.stack is None or loaded.stack.name == name:
        return loaded
    return replace(loaded, stack=replace(loaded.stack, name=name))


def stack_file(root: Path, name: str) -> Path:
    """The file of a stack, relative to the project where it lies in it.

    `pulumi --config-file` does not tell the program which file it read; `CODERCFG_STACK_FILE` (relative to the project) does.
    """
    override = os.environ.get(OVERRIDE)
    if override:
        return Path(override)
    folder = Path(_stack_folder(root))
    found = (folder / f"Pulumi.{name}{ending}" for ending in _ENDINGS)
    return next((path for path in found if (root / path).is_file()), folder / f"Pulumi.{name}.yaml")


def _stack_folder(root: Path) -> str:
    """`stackConfigDir` of the project (`config`, when it is a text, in its old form)."""
    import yaml

    file = next(root / name for name in PROJECT_FILES if (root / name).is_file())
    project = yaml.safe_load(file.read_text(encoding="utf-8"))
    folder = project.get("stackConfigDir") or project.get("config")
    return folder if isinstance(folder, str) else "."
