"""The container's variables: those the objects need, those of the configuration, those of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.env.entry import Env, ExpandedEnv, FieldEnv, PlainEnv
from codercfg.kubernetes_objects.addresses import HTTP_PORT, HTTPS_PORT, METRICS_PORT, access_url, bind_all
from codercfg.kubernetes_objects.finding import option_finding

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack

POD_IP = "KUBE_POD_IP"
CLUSTER_HOST = "CODER_CLUSTER_HOST"
# No catalogue up to 2.34 has it, the chart of 2.37 sets it; a release between that does not know it ignores it.
CLUSTER_HOST_SINCE = "2.35"
CERTIFICATES = "/etc/ssl/certs/coder"
_TLS = ("tls.enable", "tls.address", "tls.cert_file", "tls.key_file")


def object_env(stack: Stack) -> list[Env]:
    """The variables that tie the server to its objects, in the order of Coder's Helm chart. None is one that the user set."""
    configuration, ipv6 = stack.configuration, stack.kubernetes.ip_family == "IPv6"
    found: list[Env] = []
    if not configuration.is_set("http_address"):
        found.append(PlainEnv("CODER_HTTP_ADDRESS", bind_all(stack, HTTP_PORT)))
    if not configuration.is_set("prometheus.address"):
        found.append(PlainEnv("CODER_PROMETHEUS_ADDRESS", bind_all(stack, METRICS_PORT)))
    url = access_url(stack)
    if url is not None:
        found.append(PlainEnv("CODER_ACCESS_URL", url))
    found.append(FieldEnv(POD_IP, "status.podIP"))
    if not configuration.is_set("derp.server.relay_url"):
        # The kubelet writes an IPv6 address without brackets, and no form of a URL takes both families.
        host = f"[$({POD_IP})]" if ipv6 else f"$({POD_IP})"
        found.append(ExpandedEnv("CODER_DERP_SERVER_RELAY_URL", f"http://{host}:{HTTP_PORT}"))
    if sets_cluster_host(stack):
        found.append(FieldEnv(CLUSTER_HOST, "status.podIP"))
    return found + _tls_env(stack)


def sets_cluster_host(stack: Stack) -> bool:
    """Whether the pods are told the address under which other pods find them."""
    option = stack.configuration.catalog.by_env.get(CLUSTER_HOST)
    if option is not None:
        return not stack.configuration.is_set(option.path)
    return stack.configuration.release.at_least(CLUSTER_HOST_SINCE)


def _tls_env(stack: Stack) -> list[Env]:
    names = stack.kubernetes.tls.secret_names
    if not names:
        return []
    values = {
        "tls.enable": PlainEnv("CODER_TLS_ENABLE", "true"),
        "tls.address": PlainEnv("CODER_TLS_ADDRESS", bind_all(stack, HTTPS_PORT)),
        "tls.cert_file": PlainEnv("CODER_TLS_CERT_FILE", ",".join(f"{CERTIFICATES}/{name}/tls.crt" for name in names)),
        "tls.key_file": PlainEnv("CODER_TLS_KEY_FILE", ",".join(f"{CERTIFICATES}/{name}/tls.key" for name in names)),
    }
    return [entry for path, entry in values.items() if not stack.configuration.is_set(path)]


def owned_options(stack: Stack) -> list[Diagnostic]:
    """Options that the objects decide and the user set otherwise."""
    owned = {"http_address": bind_all(stack, HTTP_PORT)}
    found = [
        option_finding(
            stack,
            "K8S001",
            path,
            f"`{stack.configuration.name(path)}` is decided by the Kubernetes objects: it is `{value}` in the pods",
            "remove it; choose ports with `kubernetes.service` and hosts with `kubernetes.ingress`",
        )
        for path, value in owned.items()
        if stack.configuration.is_set(path) and str(stack.configuration.get(path)) != value
    ]
    others = ("address", *(_TLS if stack.kubernetes.tls.secret_names else ()))
    found += [
        option_finding(
            stack,
            "K8S001",
            path,
            f"`{stack.configuration.name(path)}` is decided by the Kubernetes objects",
            "remove it"
            if path == "address"
            else "remove it, or name no Secret in `kubernetes.tls.secretNames` and mount the files yourself",
        )
        for path in others
        if stack.configuration.has(path) and stack.configuration.is_set(path)
    ]
    return found


def extra_env(stack: Stack) -> list[dict[str, Any]]:
    """The user's own variables, as in a pod."""
    found = []
    for item in stack.kubernetes.extra_env:
        entry: dict[str, Any] = {"name": item.name}
        if item.value_from is not None:
            entry["valueFrom"] = item.value_from
        else:
            entry["value"] = item.value or ""
        found.append(entry)
    return found
