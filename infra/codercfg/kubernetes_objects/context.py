"""Every decision about the objects, in one pure function: a stack in, the context of each template out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.access_rules import granted_namespaces, service_account_name
from codercfg.kubernetes_objects.addresses import has_pod_tls, ingress_host, wildcard_host
from codercfg.kubernetes_objects.authorities import config_map_data
from codercfg.kubernetes_objects.database import database_variables
from codercfg.kubernetes_objects.image import image_reference
from codercfg.kubernetes_objects.labels import PROXY, SERVER, recommended, selector
from codercfg.kubernetes_objects.names import authorities_name, postgres_name
from codercfg.kubernetes_objects.planned import Planned
from codercfg.kubernetes_objects.pod import arguments, container_fields, container_ports, pod_fields, server_resources
from codercfg.kubernetes_objects.security import security_context

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.kubernetes_objects.stack import Stack


def plan(stack: Stack, env: list[dict[str, Any]], rendered_arguments: list[str], marks: Mapping[str, str]) -> list[Planned]:
    """Every object but those that carry secrets.

    Args:
        stack: What to make objects for.
        env: The entries of the container's `env`.
        rendered_arguments: Arguments for options that no variable can carry.
        marks: Annotations of the pods, which roll when one changes.
    """
    kubernetes = stack.kubernetes
    found = [*_namespace(stack), *_service_account(stack), *_access(stack), *_database(stack)]
    if kubernetes.service.enabled:
        found.append(Planned("service", _service(stack)))
    found.append(Planned("deployment", _deployment(stack, env, rendered_arguments, marks)))
    return [*found, *_disruption_budget(stack), *_ingress(stack)]


def secret_variables(stack: Stack, name: str, data: Mapping[str, str]) -> dict[str, Any]:
    """The context of a Secret; `data` holds tokens."""
    component = "database" if name == postgres_name(stack.kubernetes.name) else _component(stack)
    return {**_metadata(stack, name, component=component), "data": dict(sorted(data.items()))}


def external_secret_variables(stack: Stack, name: str, annotations: Mapping[str, str]) -> dict[str, Any]:
    """What the context of an ExternalSecret shares with that of every object."""
    return _metadata(stack, name, annotations=annotations)


def config_map(stack: Stack, content: Mapping[str, bytes]) -> list[Planned]:
    """The ConfigMap with authorities, where there are any."""
    if not content:
        return []
    variables = _metadata(stack, authorities_name(stack.kubernetes.name))
    return [Planned("configmap", {**variables, "content": config_map_data(content)})]


def _component(stack: Stack) -> str:
    return PROXY if stack.kubernetes.workspace_proxy else SERVER


def _metadata(
    stack: Stack,
    name: str,
    labels: Mapping[str, str] | None = None,
    annotations: Mapping[str, str] | None = None,
    component: str = "",
) -> dict[str, Any]:
    kubernetes = stack.kubernetes
    return {
        "name": name,
        "namespace": kubernetes.namespace,
        "labels": recommended(kubernetes, stack.configuration.release, component or _component(stack), labels),
        "annotations": {**(kubernetes.annotations or {}), **(annotations or {})},
    }


def _namespace(stack: Stack) -> list[Planned]:
    kubernetes = stack.kubernetes
    if not kubernetes.create_namespace:
        return []
    variables = _metadata(stack, kubernetes.namespace, kubernetes.namespace_labels, kubernetes.namespace_annotations)
    return [Planned("namespace", variables)]


def _service_account(stack: Stack) -> list[Planned]:
    account = stack.kubernetes.service_account
    if not account.create:
        return []
    variables = _metadata(stack, service_account_name(stack.kubernetes), account.labels, account.annotations)
    return [Planned("serviceaccount", variables)]


def _access(stack: Stack) -> list[Planned]:
    found = []
    for granted in granted_namespaces(stack.kubernetes):
        for template, name in (("role", granted["role"]), ("rolebinding", granted["binding"])):
            variables = {**_metadata(stack, name), "namespace": granted["namespace"]}
            variables |= {"rules": granted["rules"]} if template == "role" else {"role": granted["role"], "subjects": granted["subjects"]}
            found.append(Planned(template, variables))
    return found


def _database(stack: Stack) -> list[Planned]:
    if not stack.kubernetes.postgres.trial:
        return []
    variables = database_variables(stack)
    return [
        Planned("postgres-service", variables),
        Planned("postgres-statefulset", variables),
    ]


def _service(stack: Stack) -> dict[str, Any]:
    kubernetes = stack.kubernetes
    service = kubernetes.service
    type_ = service.type or ("ClusterIP" if kubernetes.ingress.enabled else "LoadBalancer")
    ports: list[dict[str, Any]] = [{"name": "http", "port": 80, "targetPort": "http", "protocol": "TCP"}]
    if has_pod_tls(stack):
        ports.append({"name": "https", "port": 443, "targetPort": "https", "protocol": "TCP"})
    for port, number in zip(ports, (service.http_node_port, service.https_node_port), strict=False):
        if number is not None:
            port["nodePort"] = number
    fields: dict[str, Any] = {}
    if type_ != "ClusterIP":
        fields["externalTrafficPolicy"] = service.external_traffic_policy
    if type_ == "LoadBalancer":
        fields["loadBalancerIP"] = service.load_balancer_ip
        fields["loadBalancerClass"] = service.load_balancer_class
        fields["loadBalancerSourceRanges"] = service.load_balancer_source_ranges
    return {
        **_metadata(stack, kubernetes.name, service.labels, service.annotations),
        "type": type_,
        "session_affinity": service.session_affinity,
        "fields": {name: value for name, value in fields.items() if value},
        "selector": selector(kubernetes),
        "ports": ports,
    }


def _deployment(stack: Stack, env: list[dict[str, Any]], rendered_arguments: list[str], marks: Mapping[str, str]) -> dict[str, Any]:
    kubernetes = stack.kubernetes
    fields = {
        "strategy": kubernetes.strategy,
        "minReadySeconds": kubernetes.min_ready_seconds,
        "revisionHistoryLimit": kubernetes.revision_history_limit,
    }
    return {
        **_metadata(stack, kubernetes.name, kubernetes.deployment.labels, kubernetes.deployment.annotations),
        "replicas": kubernetes.replicas,
        "fields": {name: value for name, value in fields.items() if value is not None},
        "selector": selector(kubernetes),
        "pod_labels": recommended(kubernetes, stack.configuration.release, _component(stack), kubernetes.pod.labels),
        "pod_annotations": {**(kubernetes.pod.annotations or {}), **marks},
        "service_account": service_account_name(kubernetes),
        # Without a Role the token would only be something to steal.
        "mounts_token": bool(granted_namespaces(kubernetes)),
        "termination_grace_period_seconds": kubernetes.termination_grace_period_seconds,
        "pod_fields": pod_fields(stack),
        "image": image_reference(stack),
        "image_pull_policy": kubernetes.image.pull_policy,
        "command": list(kubernetes.command),
        "args": arguments(stack, rendered_arguments),
        "ports": container_ports(stack),
        "env": env,
        "resources": server_resources(kubernetes.resources),
        "security_context": security_context(kubernetes.security_context),
        "container_fields": container_fields(stack),
    }


def has_disruption_budget(stack: Stack) -> bool:
    """Whether there is a PodDisruptionBudget: with one replica it would block every drain of its node."""
    enabled = stack.kubernetes.pod_disruption_budget.enabled
    return stack.kubernetes.replicas > 1 if enabled is None else enabled


def _disruption_budget(stack: Stack) -> list[Planned]:
    if not has_disruption_budget(stack):
        return []
    budget = stack.kubernetes.pod_disruption_budget
    limits = {"minAvailable": budget.min_available} if budget.min_available else {"maxUnavailable": budget.max_unavailable or "1"}
    variables = {
        **_metadata(stack, stack.kubernetes.name),
        # Kubernetes takes a number or a percentage, and a number in quotes for neither.
        "limits": {name: int(value) if value.isascii() and value.isdigit() else value for name, value in limits.items()},
        "selector": selector(stack.kubernetes),
    }
    return [Planned("poddisruptionbudget", variables)]


def _ingress(stack: Stack) -> list[Planned]:
    ingress, host = stack.kubernetes.ingress, ingress_host(stack)
    if not ingress.enabled or host is None:
        return []
    wildcard = wildcard_host(stack)
    entries = [(host, ingress.tls.secret_name), (wildcard, ingress.tls.wildcard_secret_name or ingress.tls.secret_name)]
    tls = [{"hosts": [name], **({"secretName": secret} if secret else {})} for name, secret in entries if name]
    variables = {
        **_metadata(stack, stack.kubernetes.name, ingress.labels, ingress.annotations),
        "class_name": ingress.class_name or "",
        "hosts": [name for name, _ in entries if name],
        "service": stack.kubernetes.name,
        "tls": tls if ingress.tls.enabled else [],
    }
    return [Planned("ingress", variables)]
