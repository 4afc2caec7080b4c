"""Changes of one setting, and the objects that each may touch."""

from __future__ import annotations

from typing import Any, NamedTuple

CREATE, UPDATE, DELETE = "create", "update", "delete"
EVERY_KIND = (
    "serviceaccount-coder",
    "role-coder-workspace-perms",
    "rolebinding-coder",
    "secret-coder",
    "service-coder",
    "deployment-coder",
    "poddisruptionbudget-coder",
    "ingress-coder",
)
# The stack that is changed: one object of each kind.
SETTINGS: dict[str, Any] = {"replicas": 2, "ingress": {"enabled": True, "className": "nginx"}}


class Change(NamedTuple):
    """What is written into the stack, and what then happens to which object."""

    name: str
    section: str
    value: dict[str, Any]
    steps: dict[str, str]


def _updates(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, UPDATE)


DEPLOYMENT = _updates("deployment-coder")

CHANGES = (
    # The server's options are variables of its pods.
    Change("telemetry", "deployment", {"telemetry": {"enable": False}}, DEPLOYMENT),
    Change("verbose", "env", {"CODER_VERBOSE": "true"}, DEPLOYMENT),
    Change("access url", "deployment", {"access_url": "https://new.example.com"}, _updates("deployment-coder", "ingress-coder")),
    Change("wildcard", "deployment", {"wildcard_access_url": "*.example.com"}, _updates("deployment-coder", "ingress-coder")),
    Change("prometheus", "deployment", {"prometheus": {"enable": True}}, DEPLOYMENT),
    Change(
        "secret by reference",
        "deployment",
        {"pg_connection_url": {"secretRef": {"name": "db", "key": "url"}}},
        {**DEPLOYMENT, "secret-coder": DELETE, "fingerprint-key": DELETE},
    ),
    # The pods.
    Change("image", "kubernetes", {"image": {"tag": "v2.33.2"}}, DEPLOYMENT),
    Change("more replicas", "kubernetes", {"replicas": 3}, DEPLOYMENT),
    Change("one replica", "kubernetes", {"replicas": 1}, {**DEPLOYMENT, "poddisruptionbudget-coder": DELETE}),
    Change("resources", "kubernetes", {"resources": {"requests": {"cpu": "2000m", "memory": "2048Mi"}}}, DEPLOYMENT),
    Change("pod annotation", "kubernetes", {"pod": {"annotations": {"example.com/a": "1"}}}, DEPLOYMENT),
    Change("own variable", "kubernetes", {"extraEnv": [{"name": "HTTPS_PROXY", "value": "http://proxy:3128"}]}, DEPLOYMENT),
    Change("variables of a map", "kubernetes", {"envFrom": [{"configMapRef": {"name": "more"}}]}, DEPLOYMENT),
    Change("read-only image", "kubernetes", {"securityContext": {"readOnlyRootFilesystem": True}}, DEPLOYMENT),
    Change("tls", "kubernetes", {"tls": {"secretNames": ["coder-tls"]}}, _updates("deployment-coder", "service-coder")),
    # What leads to them.
    Change("node port", "kubernetes", {"service": {"type": "NodePort"}}, _updates("service-coder")),
    Change("service annotation", "kubernetes", {"service": {"annotations": {"example.com/a": "1"}}}, _updates("service-coder")),
    Change("affinity of clients", "kubernetes", {"service": {"sessionAffinity": "ClientIP"}}, _updates("service-coder")),
    Change("ingress class", "kubernetes", {"ingress": {"className": "haproxy"}}, _updates("ingress-coder")),
    Change("ingress tls", "kubernetes", {"ingress": {"tls": {"enabled": True, "secretName": "a"}}}, _updates("ingress-coder")),
    Change("no ingress", "kubernetes", {"ingress": {"enabled": False}}, {"ingress-coder": DELETE}),
    # What they may do.
    Change(
        "account annotation", "kubernetes", {"serviceAccount": {"annotations": {"example.com/role": "a"}}}, _updates("serviceaccount-coder")
    ),
    Change("no deployments", "kubernetes", {"serviceAccount": {"enableDeployments": False}}, _updates("role-coder-workspace-perms")),
    Change(
        "rules",
        "kubernetes",
        {"serviceAccount": {"extraRules": [{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]}]}},
        _updates("role-coder-workspace-perms"),
    ),
    Change(
        "workspaces elsewhere",
        "kubernetes",
        {"serviceAccount": {"workspaceNamespaces": [{"name": "team-a"}]}},
        {"role-team-a_coder-workspace-perms": CREATE, "rolebinding-team-a_coder": CREATE},
    ),
    # Around them.
    Change("namespace label", "kubernetes", {"namespaceLabels": {"team": "a"}}, _updates("namespace-{namespace}")),
    Change("budget", "kubernetes", {"podDisruptionBudget": {"maxUnavailable": "50%"}}, _updates("poddisruptionbudget-coder")),
    Change("no budget", "kubernetes", {"podDisruptionBudget": {"enabled": False}}, {"poddisruptionbudget-coder": DELETE}),
    Change("label of all", "kubernetes", {"labels": {"team": "a"}}, _updates(*EVERY_KIND, "namespace-{namespace}")),
    Change("annotation of all", "kubernetes", {"annotations": {"example.com/a": "1"}}, _updates(*EVERY_KIND, "namespace-{namespace}")),
)
