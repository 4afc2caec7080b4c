"""Ports, listeners and host names that several objects share."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.values.host_port import HostPort

HTTP_PORT, HTTPS_PORT, METRICS_PORT = 8080, 8443, 2112
_LOOPBACK = frozenset({"localhost", "localhost.localdomain", "ip6-localhost"})


def bind_all(stack: Stack, port: int) -> str:
    """The listen address for every interface of the pod."""
    return f"[::]:{port}" if stack.kubernetes.ip_family == "IPv6" else f"0.0.0.0:{port}"


def is_loopback(address: HostPort) -> bool:
    """Whether only the pod itself can reach a listener."""
    host = address.host.lower()
    if host in _LOOPBACK:
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def port_number(address: HostPort | None, otherwise: int) -> int:
    """The port of an address as a number; `otherwise` when it is a service name or missing."""
    if address is None or not address.port.isascii() or not address.port.isdigit():
        return otherwise
    number = int(address.port)
    return number if 0 < number < 65536 else otherwise  # noqa: PLR2004  (ports have 16 bits)


def has_pod_tls(stack: Stack) -> bool:
    """Whether the pods serve HTTPS themselves."""
    return bool(stack.kubernetes.tls.secret_names) or stack.configuration.get("tls.enable") is True


def https_port(stack: Stack) -> int:
    """The port on which the pods serve HTTPS."""
    if stack.kubernetes.tls.secret_names:
        return HTTPS_PORT
    return port_number(stack.configuration.get("tls.address"), HTTPS_PORT)


def metrics_port(stack: Stack) -> int | None:
    """The port on which the pods serve metrics, or None when they do not."""
    if stack.configuration.get("prometheus.enable") is not True:
        return None
    if not stack.configuration.is_set("prometheus.address"):
        return METRICS_PORT
    return port_number(stack.configuration.get("prometheus.address"), METRICS_PORT)


def ingress_host(stack: Stack) -> str | None:
    """The host that the ingress serves: as set, else that of the access URL."""
    if stack.kubernetes.ingress.host:
        return stack.kubernetes.ingress.host
    return access_host(stack)


def access_host(stack: Stack) -> str | None:
    """The host of the access URL that the user set, in lower case."""
    url = stack.configuration.get("access_url")
    host = "" if url is None else url.hostname.lower()
    return host or None


def wildcard_host(stack: Stack) -> str | None:
    """The wildcard host of the ingress as Kubernetes takes it: `*-suffix.example.com` becomes `*.example.com`."""
    pattern = stack.kubernetes.ingress.wildcard_host or stack.configuration.get("wildcard_access_url") or ""
    pattern = pattern.lower().rpartition("://")[2].partition(":")[0]
    _, dot, rest = pattern.partition(".")
    return f"*.{rest}" if dot and pattern.startswith("*") else None


def access_url(stack: Stack) -> str | None:
    """The access URL that the pods get when the user set none: that of the ingress, else that of the Service."""
    kubernetes = stack.kubernetes
    if stack.configuration.is_set("access_url"):
        return None
    if kubernetes.ingress.enabled and kubernetes.ingress.host:
        return f"{'https' if kubernetes.ingress.tls.enabled else 'http'}://{kubernetes.ingress.host}"
    if not kubernetes.cluster_access_url or not kubernetes.service.enabled:
        return None
    scheme = "https" if has_pod_tls(stack) else "http"
    return f"{scheme}://{kubernetes.name}.{kubernetes.namespace}.svc.{kubernetes.cluster_domain}"
