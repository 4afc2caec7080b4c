from __future__ import annotations

from typing import Any

from codercfg.component.order import in_order, needed

KINDS = ["Namespace", "ServiceAccount", "Role", "RoleBinding", "Secret", "Service", "StatefulSet", "Deployment", "Ingress", "Gateway"]


def manifest(kind: str, service: str = "ClusterIP") -> dict[str, Any]:
    return {"kind": kind, "spec": {"type": service} if kind == "Service" else {}}


def names(kinds: list[str]) -> dict[str, set[str]]:
    places = needed([manifest(kind) for kind in kinds])
    return {kind: {kinds[place] for place in before} for kind, before in zip(kinds, places, strict=True)}


def test_everything_comes_after_the_namespace_and_pods_after_what_they_refer_to() -> None:
    assert names(KINDS) == {
        "Namespace": set(),
        "ServiceAccount": {"Namespace"},
        "Role": {"Namespace"},
        "RoleBinding": {"Namespace", "Role", "ServiceAccount"},
        "Secret": {"Namespace"},
        "Service": {"Namespace"},
        "StatefulSet": {"Namespace", "ServiceAccount", "RoleBinding", "Secret"},
        "Deployment": {"Namespace", "ServiceAccount", "RoleBinding", "Secret", "StatefulSet"},
        "Ingress": {"Namespace", "Service"},
        "Gateway": {"Namespace"},
    }


def test_no_workload_waits_for_a_service_which_would_wait_for_it() -> None:
    assert names(["Service", "StatefulSet", "Deployment"]) == {"Service": set(), "StatefulSet": set(), "Deployment": {"StatefulSet"}}


def test_only_what_stands_before_counts() -> None:
    assert needed([{"kind": "Deployment"}, {"kind": "Secret"}]) == [[], []]


def test_a_load_balancer_comes_after_its_pods_and_before_its_ingress() -> None:
    given = [manifest(kind, "LoadBalancer") for kind in ("Namespace", "Service", "Secret", "Deployment", "PodDisruptionBudget", "Ingress")]
    ordered = in_order(given)
    kinds = [item["kind"] for item in ordered]
    assert kinds == ["Namespace", "Secret", "Deployment", "PodDisruptionBudget", "Service", "Ingress"]
    assert [kinds[place] for place in needed(ordered)[4]] == ["Namespace", "Deployment"]
    assert [kinds[place] for place in needed(ordered)[5]] == ["Namespace", "Service"]


def test_any_other_service_keeps_its_place() -> None:
    given = [manifest(kind) for kind in KINDS]
    assert in_order(given) == [*(item for item in given if item["kind"] != "Ingress"), manifest("Ingress")]
