"""Finds the cluster that is meant, as kubectl and Pulumi's plugin do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.cluster.connection import Connection
from codercfg.cluster.problem import ClusterError, Reason

if TYPE_CHECKING:
    from types import ModuleType

DEFAULT = "~/.kube/config"
INSTALL = "pip install 'codercfg[cluster]'"
_IN_CLUSTER = "KUBERNETES_SERVICE_HOST"


def connect(kubeconfig: str | None, context: str | None, seconds: float) -> Connection:
    """The cluster of a context; nothing is sent yet, but a credential plugin of the kubeconfig may run.

    Args:
        kubeconfig: Path, or None for the `KUBECONFIG` variable, then `~/.kube/config`.
        context: Name of the context, or None for the current one.
        seconds: How long everything that is asked of the cluster may take.

    Raises:
        ClusterError: The client is not installed, or the kubeconfig cannot be used.
    """
    try:
        from kubernetes import config
        from kubernetes.client import ApiClient, Configuration
    except ImportError:
        raise ClusterError(Reason.NO_CLIENT, "the Python package `kubernetes` is not installed") from None
    settings = Configuration()
    if _is_in_cluster(kubeconfig, context):
        _load_in_cluster(config, settings)
    else:
        _load(config, kubeconfig, context, settings)
    return Connection(ApiClient(configuration=settings), settings.host, seconds)


def paths(kubeconfig: str | None) -> list[Path]:
    """The files that together are the kubeconfig."""
    given = kubeconfig or os.environ.get("KUBECONFIG") or DEFAULT
    return [Path(part).expanduser() for part in given.split(os.pathsep) if part]


def _is_in_cluster(kubeconfig: str | None, context: str | None) -> bool:
    """A pod without a kubeconfig uses its ServiceAccount, as kubectl does."""
    return not (kubeconfig or context or any(path.is_file() for path in paths(None))) and _IN_CLUSTER in os.environ


def _load_in_cluster(config: ModuleType, settings: Any) -> None:  # noqa: ANN401  (the client has no types)
    try:
        config.load_incluster_config(client_configuration=settings)
    except (config.ConfigException, OSError):
        detail = "there is no kubeconfig, and this pod has no token of a ServiceAccount (`automountServiceAccountToken`)"
        raise ClusterError(Reason.KUBECONFIG, detail) from None


def _load(config: ModuleType, kubeconfig: str | None, context: str | None, settings: Any) -> None:  # noqa: ANN401  (the client has no types)
    files = [path for path in paths(kubeconfig) if path.is_file()]
    if not files:
        raise ClusterError(Reason.KUBECONFIG, _no_file(paths(kubeconfig)))
    joined = os.pathsep.join(str(path) for path in files)
    wanted = _context(joined, context)
    try:
        config.load_kube_config(joined, wanted, settings, persist_config=False)
    except Exception:  # noqa: BLE001  (a text may repeat a credential, or the output of a credential plugin)
        raise ClusterError(Reason.KUBECONFIG, f"the credentials of the context `{wanted}` cannot be used", str(settings.host)) from None


def _no_file(named: list[Path]) -> str:
    folder = next((path for path in named if path.is_dir()), None)
    if folder is not None:
        return f"{folder} is a directory, and a kubeconfig is a file"
    return f"there is no kubeconfig at {', '.join(str(path) for path in named)}"


def _context(joined: str, context: str | None) -> str:
    from kubernetes.config.kube_config import KubeConfigMerger

    try:
        merged = KubeConfigMerger(joined).config  # type: ignore[no-untyped-call]
        names = [str(item["name"]) for item in merged["contexts"].value]
        current = merged.safe_get("current-context")
    except Exception:  # noqa: BLE001  (a text of the parser may repeat a credential)
        raise ClusterError(Reason.KUBECONFIG, f"{joined} is no kubeconfig") from None
    if not names:
        raise ClusterError(Reason.KUBECONFIG, f"{joined} names no context")
    wanted = context or current
    if not wanted:
        raise ClusterError(Reason.KUBECONFIG, f"{joined} has no current context; it has {', '.join(names)}")
    if wanted not in names:
        raise ClusterError(Reason.KUBECONFIG, f"{joined} has no context `{wanted}`; it has {', '.join(names)}")
    return str(wanted)
