"""HorizontalPodAutoscalers, which change replicas behind everybody's back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cluster.found import Found
from codercfg.cluster.kinds import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def scalers(listed: Mapping[str, Any] | None) -> dict[tuple[str, str], str]:
    """By kind and name of what they scale, the autoscalers of a list."""
    found = {}
    for item in (listed or {}).get("items") or ():
        target = (item.get("spec") or {}).get("scaleTargetRef") or {}
        found[(str(target.get("kind")), str(target.get("name")))] = str(item["metadata"]["name"])
    return found


def scaler_findings(manifest: Mapping[str, Any], scaler: str | None) -> Iterator[Found]:
    """A finding when both the stack and an autoscaler say how many pods there are."""
    if scaler is not None and (manifest.get("spec") or {}).get("replicas") is not None:
        message = f"the HorizontalPodAutoscaler `{scaler}` sets the replicas of the {title(manifest)}, and so does this stack"
        advice = "delete the autoscaler, or let `kubernetes.replicas` be its lower bound and expect a reset at each change of it"
        yield Found("CLU015", message, advice, "kubernetes.replicas")
