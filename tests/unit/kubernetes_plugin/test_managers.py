from __future__ import annotations

from typing import Any

from kubernetes_plugin.managers import hand_over, manager_of


def entry(manager: str, operation: str, *fields: str, **more: str) -> dict[str, Any]:
    return {"manager": manager, "operation": operation, "fieldsV1": {field: {} for field in fields}, **more}


def live(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"metadata": {"managedFields": list(entries)}}


def test_fields_of_the_create_go_to_the_objects_own_manager() -> None:
    status = entry("kube-controller-manager", "Update", "f:status", subresource="status")
    (replace,) = hand_over(live(status, entry("pulumi-kubernetes", "Update", "f:a"), entry("mine", "Apply", "f:b")), "mine")
    assert replace["value"] == [status, entry("mine", "Apply", "f:b", "f:a")]


def test_other_peoples_fields_stay_theirs() -> None:
    assert hand_over(live(entry("helm", "Update", "f:a"), entry("mine", "Apply", "f:b")), "mine") == []


def test_what_kubectl_wrote_is_taken_over_but_for_the_status() -> None:
    edited = [entry(name, "Update", "f:a") for name in ("kubectl-edit", "kubectl-client-side-apply")]
    scaled = entry("kubectl", "Update", "f:b", subresource="scale")
    (replace,) = hand_over(live(*edited, scaled), "mine")
    assert replace["value"] == [scaled, entry("mine", "Apply", "f:a")]


def test_the_manager_is_named_by_the_object_or_kept_or_made() -> None:
    named = {"metadata": {"annotations": {"pulumi.com/patchFieldManager": "chosen"}}}
    assert manager_of(named, "kept") == "chosen"
    assert manager_of({}, "kept") == "kept"
    assert manager_of({}).startswith("pulumi-kubernetes-")
    assert manager_of({}) != manager_of({})
