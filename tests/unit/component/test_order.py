from __future__ import annotations

from codercfg.component.order import needed

KINDS = ["Namespace", "ServiceAccount", "Role", "RoleBinding", "Secret", "Service", "StatefulSet", "Deployment", "Ingress", "Gateway"]


def names(kinds: list[str]) -> dict[str, set[str]]:
    places = needed([{"kind": kind} for kind in kinds])
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
