"""Findings about the Service and the Ingress."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.addresses import access_host, has_pod_tls, ingress_host, wildcard_host
from codercfg.kubernetes_objects.finding import setting_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack

_DNS = r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*"
_ADDRESS = r"[0-9.]+"


def ingress_findings(stack: Stack) -> list[Diagnostic]:
    """Findings about how users reach the server."""
    return [*_service(stack), *(_ingress(stack) if stack.kubernetes.ingress.enabled else ())]


def _service(stack: Stack) -> Iterator[Diagnostic]:
    service, ingress = stack.kubernetes.service, stack.kubernetes.ingress
    inside = service.type == "ClusterIP" or (service.type is None and ingress.enabled)
    numbers = {"httpNodePort": service.http_node_port, "httpsNodePort": service.https_node_port}
    for name, number in numbers.items():
        if number is not None and inside:
            message = "a Service of type ClusterIP has no ports on nodes"
            yield setting_finding(
                stack, "K8S018", f"service.{name}", message, "set `service.type` to NodePort or LoadBalancer, or remove it"
            )
    if service.https_node_port is not None and not has_pod_tls(stack):
        message = "the Service has no HTTPS port: the pods serve no TLS"
        yield setting_finding(stack, "K8S018", "service.httpsNodePort", message, "name certificates in `tls.secretNames`, or remove it")


def _ingress(stack: Stack) -> Iterator[Diagnostic]:
    host = ingress_host(stack)
    if not stack.kubernetes.service.enabled:
        yield setting_finding(stack, "K8S017", "ingress.enabled", "the ingress leads to the Service, which is off", "enable `service`")
    if host is None:
        message = "the ingress has no host, and no access URL names one"
        yield setting_finding(stack, "K8S014", "ingress.enabled", message, "set `access_url` under `coder:deployment`, or `ingress.host`")
        return
    if not re.fullmatch(_DNS, host) or re.fullmatch(_ADDRESS, host):
        message = f"an ingress serves host names, and `{host}` is none"
        yield setting_finding(stack, "K8S014", "ingress.host", message, "give the server a name, and set it in `access_url`")
    if access_host(stack) not in {None, host}:
        message = f"the ingress serves `{host}`, but the access URL leads to `{access_host(stack)}`"
        yield setting_finding(stack, "K8S015", "ingress.host", message, "remove `ingress.host`: it follows `access_url`")
    yield from _wildcard(stack)


def _wildcard(stack: Stack) -> Iterator[Diagnostic]:
    pattern = stack.configuration.get("wildcard_access_url") or ""
    written, served = stack.kubernetes.ingress.wildcard_host, wildcard_host(stack)
    if written is None:
        return
    if not pattern:
        message = "the ingress serves a wildcard host that the server knows nothing of"
        yield setting_finding(
            stack, "K8S016", "ingress.wildcardHost", message, "set `wildcard_access_url` under `coder:deployment` instead"
        )
    elif served is None or not pattern.lower().rpartition("://")[2].partition(":")[0].endswith(served[1:]):
        message = "the ingress serves another wildcard host than `wildcard_access_url` names"
        yield setting_finding(stack, "K8S016", "ingress.wildcardHost", message, "remove it: it follows `wildcard_access_url`")
