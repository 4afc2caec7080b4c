"""When the provider itself counts as another one: its objects are then replaced with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pulumi.runtime.proto import provider_pb2

_IDENTIFIER = "clusterIdentifier"
_DECIDES = ("kubeconfig", "context", "cluster")


def configuration_diff(olds: dict[str, Any], news: dict[str, Any]) -> Any:
    """What changed in the provider's arguments, and whether it means another cluster."""
    changed = sorted(name for name in {**olds, **news} if olds.get(name) != news.get(name) and name != "version")
    if not changed:
        return provider_pb2.DiffResponse(changes=provider_pb2.DiffResponse.DIFF_NONE)
    return provider_pb2.DiffResponse(changes=provider_pb2.DiffResponse.DIFF_SOME, diffs=changed, replaces=replaces(olds, news, changed))


def replaces(olds: dict[str, Any], news: dict[str, Any], changed: list[str]) -> list[str]:
    """The changed arguments that mean another cluster.

    With an identifier before and after, it alone decides. Else the cluster of the kubeconfig does, as far as it can be read. To begin or to
    end with an identifier means nothing by itself.
    """
    if _IDENTIFIER in olds and _IDENTIFIER in news:
        return [_IDENTIFIER] if _IDENTIFIER in changed else []
    before, after = active_cluster(olds), active_cluster(news)
    return [name for name in _DECIDES if name in changed] if before and after and before != after else []


def active_cluster(arguments: dict[str, Any]) -> dict[str, Any] | None:
    """The cluster that the arguments mean, as the kubeconfig describes it; None where that cannot be read."""
    given = arguments.get("kubeconfig", "")
    try:
        is_content = "\n" in given or given.lstrip().startswith("{")
        config = yaml.safe_load(given if is_content else Path(given).expanduser().read_text(encoding="utf-8"))
        contexts = {item["name"]: item["context"] for item in config["contexts"]}
        clusters = {item["name"]: item["cluster"] for item in config["clusters"]}
        context = contexts[arguments.get("context") or config["current-context"]]
        found: dict[str, Any] = clusters[arguments.get("cluster") or context["cluster"]]
    except (OSError, yaml.YAMLError, LookupError, TypeError):
        return None
    return found
