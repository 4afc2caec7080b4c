"""Findings about the pods: listeners, replicas, security, the trial database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.addresses import is_loopback, metrics_port
from codercfg.kubernetes_objects.context import has_disruption_budget
from codercfg.kubernetes_objects.database import URL_OPTION
from codercfg.kubernetes_objects.finding import option_finding, setting_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack


def pod_findings(stack: Stack) -> list[Diagnostic]:
    """Findings about the pods."""
    return [*_listeners(stack), *_replicas(stack), *_security(stack), *_database(stack)]


def _listeners(stack: Stack) -> Iterator[Diagnostic]:
    configuration = stack.configuration
    wanted = []
    if metrics_port(stack) is not None and configuration.is_set("prometheus.address"):
        wanted.append(("prometheus.address", "nothing outside the pod can read the metrics"))
    if configuration.get("tls.enable") is True and not stack.kubernetes.tls.secret_names:
        wanted.append(("tls.address", "nothing outside the pod can reach the HTTPS port"))
    for path, message in wanted:
        address = configuration.get(path)
        if address is not None and is_loopback(address):
            advice = "listen on every interface: 0.0.0.0 (`[::]` for IPv6) and a port"
            yield option_finding(stack, "K8S020", path, f"`{configuration.name(path)}` is a loopback address: {message}", advice)


def _replicas(stack: Stack) -> Iterator[Diagnostic]:
    kubernetes, configuration = stack.kubernetes, stack.configuration
    if kubernetes.replicas > 1 and configuration.is_set("derp.server.relay_url"):
        message = "all replicas get one relay URL, and each needs its own"
        yield option_finding(stack, "K8S019", "derp.server.relay_url", message, "remove it: the pods then get one each, from their address")
    budget = kubernetes.pod_disruption_budget
    if budget.min_available and budget.max_unavailable:
        message = "a disruption budget takes one of `minAvailable` and `maxUnavailable`"
        yield setting_finding(stack, "K8S025", "podDisruptionBudget", message, "remove one of the two")
    for name, value in (("maxUnavailable", budget.max_unavailable), ("minAvailable", budget.min_available)):
        number = (value or "0").removesuffix("%")
        if not number.isascii() or not number.isdigit():
            message = "neither a number nor a percentage"
            yield setting_finding(stack, "K8S025", f"podDisruptionBudget.{name}", message, "write a number such as 1, or 25%")
    if has_disruption_budget(stack) and kubernetes.replicas <= 1:
        message = "with one replica the disruption budget keeps its node from ever being drained"
        yield setting_finding(stack, "K8S024", "podDisruptionBudget.enabled", message, "run two replicas or more, or disable the budget")


def _security(stack: Stack) -> Iterator[Diagnostic]:
    context = stack.kubernetes.security_context
    if context.run_as_non_root and context.run_as_user == 0:
        message = "`runAsNonRoot` refuses the user 0"
        yield setting_finding(stack, "K8S028", "securityContext.runAsUser", message, "remove it: the image runs as user 1000")
    profile = context.seccomp_profile
    if (profile.type == "Localhost") != (profile.localhost_profile is not None):
        message = "`localhostProfile` and the type Localhost belong together"
        yield setting_finding(stack, "K8S028", "securityContext.seccompProfile", message, "set both or neither")
    if context.assigned_user and (context.run_as_user is not None or context.run_as_group is not None):
        message = "`assignedUser` leaves user and group to the platform, and one is set"
        yield setting_finding(stack, "K8S028", "securityContext.assignedUser", message, "remove `runAsUser` and `runAsGroup`")


def _database(stack: Stack) -> Iterator[Diagnostic]:
    if not stack.kubernetes.postgres.trial:
        return
    if stack.configuration.is_set(URL_OPTION):
        message = "the trial database and a connection URL are both set"
        yield setting_finding(
            stack, "K8S013", "postgres.trial", message, f"remove `{stack.configuration.name(URL_OPTION)}` or `postgres.trial`"
        )
