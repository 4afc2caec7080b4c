from __future__ import annotations

from typing import Any

from kubernetes_plugin.managers import hand_over, manager_of


def entry(manager: str, operation: str, *fields: str, **more: str) -> dict[str, Any]:
    return {"manager": manager, "operation": operation, "fieldsV1": {field: {} for field in fields}, **more}


def live(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"metadata": {"resourceVersion": "7", "managedFields": list(entries)}}


def test_fields_of_the_create_go_to_the_objects_own_manager() -> None:
    status = entry("kube-controller-manager", "Update", "f:status", subresource="status")
    test, replace = hand_over(live(status, entry("pulumi-kubernetes", "Update", "f:a"), entry("mine", "Apply", "f:b")), "mine")
    assert test == {"op": "test", "path": "/metadata/resourceVersion", "value": "7"}
    assert replace["value"] == [status, entry("mine", "Apply", "f:b", "f:a")]


def test_other_peoples_fields_stay_theirs() -> None:
    assert hand_over(live(entry("kubectl-edit", "Update", "f:a"), entry("mine", "Apply", "f:b")), "mine") == []


def test_the_manager_is_named_by_the_object_or_kept_or_made() -> None:
    named = {"metadata": {"annotations": {"pulumi.com/patchFieldManager": "chosen"}}}
    assert manager_of(named, "kept") == "chosen"
    assert manager_of({}, "kept") == "kept"
    assert manager_of({}).startswith("pulumi-kubernetes-")
    assert manager_of({}) != manager_of({})
