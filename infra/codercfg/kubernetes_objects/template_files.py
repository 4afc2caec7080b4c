"""The user's own templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.diagnostics.nearest import did_you_mean
from codercfg.kubernetes_objects.finding import setting_finding
from codercfg.kubernetes_objects.templates import SUFFIX, template_names

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack


def override_folder(stack: Stack, root: Path | None) -> Path | None:
    """The folder of the user's own templates, or None."""
    folder = stack.kubernetes.templates
    return None if not folder else (root or Path.cwd()) / folder


def unknown_templates(stack: Stack, root: Path | None) -> list[Diagnostic]:
    """A folder that is not there, and files in it that replace nothing: they would be ignored without a word."""
    folder = override_folder(stack, root)
    if folder is None:
        return []
    if not folder.is_dir():
        message = f"there is no folder `{stack.kubernetes.templates}`"
        return [setting_finding(stack, "TPL001", "templates", message, "make it, or write its path relative to the project")]
    names = template_names()
    unknown = sorted(path.name for path in folder.glob("*.j2") if path.name.removesuffix(SUFFIX) not in names)
    return [
        setting_finding(
            stack,
            "TPL001",
            "templates",
            f"`{name}` replaces no template",
            did_you_mean(name, [f"{known}{SUFFIX}" for known in names], f"templates are: {', '.join(names)}"),
        )
        for name in unknown
    ]
