from __future__ import annotations

from typing import Any

from kubernetes_plugin.checked import MANAGED_BY, OURS, checked
from kubernetes_plugin.wire import UNKNOWN


def inputs(news: dict[str, Any], olds: dict[str, Any] | None = None, *, namespaced: bool = True) -> dict[str, Any]:
    return checked(news, olds or {}, "home", unique=b"seed", resource="res", is_namespaced=lambda _item: namespaced)


def test_a_new_object_gets_the_providers_namespace_and_the_label_whatever_it_had() -> None:
    made = inputs({"kind": "X", "metadata": {"name": "a", "labels": {MANAGED_BY: "me", "b": "1"}}})
    assert made["metadata"] == {"name": "a", "namespace": "home", "labels": {MANAGED_BY: OURS, "b": "1"}}


def test_what_lies_in_no_namespace_gets_none() -> None:
    assert "namespace" not in inputs({"kind": "Namespace", "metadata": {"name": "a"}}, namespaced=False)["metadata"]


def test_an_imported_object_keeps_its_own_label() -> None:
    made = inputs({"kind": "X", "metadata": {"name": "a", "labels": {MANAGED_BY: "me"}}}, {"metadata": {"labels": {MANAGED_BY: "Helm"}}})
    assert made["metadata"]["labels"] == {MANAGED_BY: "me"}


def test_an_object_without_a_name_gets_one_and_keeps_it() -> None:
    made = inputs({"kind": "X"})
    assert made["metadata"]["name"].startswith("res-")
    assert inputs({"kind": "X"}, made)["metadata"]["name"] == made["metadata"]["name"]


def test_unknown_labels_are_left_alone() -> None:
    assert inputs({"kind": "X", "metadata": {"name": "a", "labels": UNKNOWN}})["metadata"]["labels"] is UNKNOWN
    assert inputs({"kind": "X", "metadata": UNKNOWN})["metadata"] is UNKNOWN
