"""Findings about a cluster as the target, made from the finished objects; imports no pulumi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.component.codes import UNNAMED_CLUSTER
from codercfg.component.imports import import_findings
from codercfg.component.plugin_version import plugin_version, version_findings
from codercfg.diagnostics.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.component.plan import Plan
    from codercfg.sources.stack.stack import Stack


def target_findings(planned: Plan) -> list[Diagnostic]:
    """All of them; none for a stack whose objects are files."""
    if not planned.stack.target.to_cluster:
        return []
    return [*version_findings(planned.stack, plugin_version()), *import_findings(planned), *_unnamed(planned.stack)]


def _unnamed(stack: Stack) -> Iterator[Diagnostic]:
    if stack.target.cluster.cluster_identifier is None:
        page, path = UNNAMED_CLUSTER, "target.cluster"
        advice = "set `target.cluster.clusterIdentifier` to a name of your own; in a stack that runs already, look at the preview first"
        yield Diagnostic(page.code, page.severity, "the cluster has no `clusterIdentifier`", advice, path, stack.origin(path), page.why)
