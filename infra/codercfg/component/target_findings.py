"""Findings about a cluster as the target, made from the finished objects; imports no pulumi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.component.imports import import_findings
from codercfg.component.plugin_version import plugin_version, version_findings

if TYPE_CHECKING:
    from codercfg.component.plan import Plan
    from codercfg.diagnostics.diagnostic import Diagnostic


def target_findings(planned: Plan) -> list[Diagnostic]:
    """All of them; none for a stack whose objects are files."""
    if not planned.stack.target.to_cluster:
        return []
    return [*version_findings(planned.stack, plugin_version()), *import_findings(planned)]
