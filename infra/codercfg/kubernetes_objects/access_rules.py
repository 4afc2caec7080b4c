"""What the pods may do in the cluster: Roles and RoleBindings for workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.names import role_binding_name, role_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.models.stack.kubernetes.settings import KubernetesSettings

_VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]


def service_account_name(kubernetes: KubernetesSettings) -> str:
    """The ServiceAccount of the pods."""
    return kubernetes.service_account.name or kubernetes.name


def granted_namespaces(kubernetes: KubernetesSettings) -> list[dict[str, Any]]:
    """Each namespace in which workspaces may be made, with the rules there; the own one first."""
    account = kubernetes.service_account
    found = []
    if account.workspace_perms:
        found.append(_granted(kubernetes, kubernetes.namespace, account.extra_rules, deployments=account.enable_deployments))
    for item in account.workspace_namespaces:
        granted = account.workspace_perms if item.workspace_perms is None else item.workspace_perms
        deployments = account.enable_deployments if item.enable_deployments is None else item.enable_deployments
        rules = account.extra_rules if item.extra_rules is None else item.extra_rules
        if granted:
            found.append(_granted(kubernetes, item.name, rules, deployments=deployments))
    return found


def _granted(
    kubernetes: KubernetesSettings, namespace: str, extra_rules: Sequence[dict[str, Any]] | None, *, deployments: bool
) -> dict[str, Any]:
    account = service_account_name(kubernetes)
    rules: list[dict[str, Any]] = [
        {"apiGroups": [""], "resources": ["pods"], "verbs": _VERBS},
        {"apiGroups": [""], "resources": ["persistentvolumeclaims"], "verbs": _VERBS},
    ]
    if deployments:
        rules.append({"apiGroups": ["apps"], "resources": ["deployments"], "verbs": _VERBS})
    return {
        "namespace": namespace,
        "rules": [*rules, *(extra_rules or ())],
        "role": role_name(account),
        "binding": role_binding_name(account),
        "subjects": [{"kind": "ServiceAccount", "name": account, "namespace": kubernetes.namespace}],
    }
