"""Which version of the Kubernetes plugin is used."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from codercfg.component.codes import PLUGIN_VERSION
from codercfg.diagnostics.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.sources.stack.stack import Stack

PACKAGE = "pulumi-kubernetes"
PINNED = "4.32.0"


def plugin_version() -> str:
    """The version of the installed package, which is never imported (63 MB); the pinned one where it is not installed."""
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        return PINNED


def version_findings(stack: Stack, version: str) -> Iterator[Diagnostic]:
    """A finding where the installed package is of another version than the one that this release was tried with."""
    if version != PINNED:
        yield Diagnostic(
            PLUGIN_VERSION.code,
            PLUGIN_VERSION.severity,
            f"{PACKAGE} {version} is installed, and codercfg was tried with {PINNED}",
            f"install {PACKAGE}=={PINNED}, or read the plugin's release notes in between and look at the preview closely",
            "target.cluster",
            stack.origin("target.cluster"),
            PLUGIN_VERSION.why,
        )
