"""Annotations by which a program tells the plugin how to treat one object."""

from __future__ import annotations

from typing import Any

_PREFIX = "pulumi.com/"
DEFAULT_SECONDS = 600.0
DELETION_SECONDS = 300.0


def value(manifest: dict[str, Any], name: str) -> str:
    """The text of `pulumi.com/<name>`, or "" without it."""
    meta = manifest.get("metadata")
    found = (meta.get("annotations") or {}) if isinstance(meta, dict) else {}
    text = found.get(_PREFIX + name) if isinstance(found, dict) else None
    return text if isinstance(text, str) else ""


def is_on(manifest: dict[str, Any], name: str) -> bool:
    return value(manifest, name) == "true"


def seconds(manifest: dict[str, Any], custom: float, default: float = DEFAULT_SECONDS) -> float:
    """How long to wait: the engine's custom timeout, else `pulumi.com/timeoutSeconds`, else the default."""
    if custom > 0:
        return custom
    text = value(manifest, "timeoutSeconds")
    return float(text) if text.isdigit() else default


def propagation(manifest: dict[str, Any]) -> str:
    return {"orphan": "Orphan", "background": "Background"}.get(value(manifest, "deletionPropagationPolicy").lower(), "Foreground")
