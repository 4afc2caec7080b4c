"""Labels of the objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.models.stack.kubernetes.settings import KubernetesSettings
    from codercfg.releases.release import Release

SERVER, PROXY, DATABASE = "coderd", "wsproxy", "database"
_NAMES = {SERVER: "coder", PROXY: "coder", DATABASE: "postgres"}


def selector(kubernetes: KubernetesSettings, component: str = SERVER) -> dict[str, str]:
    """The labels by which a Deployment or Service finds its pods. Fixed for ever: Kubernetes refuses to change a selector."""
    return {
        "app.kubernetes.io/name": _NAMES[component],
        "app.kubernetes.io/instance": kubernetes.instance or kubernetes.name,
    }


def recommended(
    kubernetes: KubernetesSettings, release: Release, component: str = SERVER, extra: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The recommended label set of Kubernetes, the user's labels behind it; the selector's labels cannot be overridden."""
    own = {
        "app.kubernetes.io/component": component,
        "app.kubernetes.io/part-of": "coder",
        "app.kubernetes.io/managed-by": "codercfg",
    }
    if component != DATABASE:
        own["app.kubernetes.io/version"] = str(release)
    return {**own, **(kubernetes.labels or {}), **(extra or {}), **selector(kubernetes, component)}
