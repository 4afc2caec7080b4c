from __future__ import annotations

from typing import Any

import pytest

from codercfg.cluster.owners import Owners, Place

ENV: Place = ("spec", "template", "spec", "containers", ("name", "coder"), "env")


def live(*entries: tuple[str, dict[str, Any]], annotations: dict[str, str] | None = None, subresource: str = "") -> dict[str, Any]:
    fields = [{"manager": manager, "fieldsType": "FieldsV1", "fieldsV1": fields, "subresource": subresource} for manager, fields in entries]
    return {"metadata": {"managedFields": fields, "annotations": annotations}}


def env(below: dict[str, Any]) -> dict[str, Any]:
    return {"f:spec": {"f:template": {"f:spec": {"f:containers": {'k:{"name":"coder"}': {"f:env": below}}}}}}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((*ENV, ("name", "A")), ["kubectl-set"]),
        ((*ENV, ("name", "A"), "value"), ["kubectl-set"]),
        ((*ENV, ("name", "A"), "valueFrom"), []),
        ((*ENV, ("name", "B")), []),
        (("spec", "template", "spec", "containers", ("name", "other"), "env"), []),
        (("metadata",), []),
    ],
)
def test_a_place_is_owned_by_who_lists_it(place: Place, expected: list[str]) -> None:
    owners = Owners(live(("kubectl-set", env({'k:{"name":"A"}': {".": {}, "f:name": {}, "f:value": {}}}))))
    assert owners.of(place) == expected


def test_what_is_owned_as_one_owns_all_below() -> None:
    owners = Owners(live(("argocd", {"f:spec": {"f:template": {"f:spec": {"f:containers": {'k:{"name":"coder"}': {"f:envFrom": {}}}}}}})))
    assert owners.of((*ENV[:-1], "envFrom")) == ["argocd"]
    assert owners.of((*ENV[:-1], "envFrom", ("name", "x"))) == ["argocd"]


def test_who_owns_that_there_is_a_map_does_not_own_what_another_wrote_into_it() -> None:
    owners = Owners(live(("pulumi-kubernetes", {"f:data": {}}), ("kubectl-edit", {"f:data": {"f:A": {}}})))
    assert owners.of(("data", "A")) == ["kubectl-edit"]
    assert owners.of(("data", "B")) == ["pulumi-kubernetes"]


def test_an_item_is_found_by_one_of_its_keys() -> None:
    owners = Owners(live(("a", {"f:spec": {"f:ports": {'k:{"port":80,"protocol":"TCP"}': {"f:nodePort": {}}}}})))
    assert owners.of(("spec", "ports", ("port", 80), "nodePort")) == ["a"]
    assert owners.of(("spec", "ports", ("port", 8), "nodePort")) == []


@pytest.mark.parametrize(
    ("manager", "ours"),
    [("pulumi-kubernetes", True), ("pulumi-kubernetes-1f0a", True), ("chosen", True), ("pulumi", False), ("helm", False)],
)
def test_pulumi_is_known_by_its_names(manager: str, *, ours: bool) -> None:
    owners = Owners(live((manager, {"f:spec": {}}), annotations={"pulumi.com/patchFieldManager": "chosen"}))
    assert owners.ours is ours
    assert owners.others(("spec",)) == ([] if ours else [manager])


def test_what_we_own_too_is_not_of_others() -> None:
    owners = Owners(live(("helm", {"f:spec": {"f:replicas": {}}}), ("pulumi-kubernetes-1", {"f:spec": {"f:replicas": {}}})))
    assert owners.others(("spec", "replicas")) == []
    assert owners.named(("spec", "replicas")) == "`helm`, `pulumi-kubernetes-1`"


@pytest.mark.parametrize("data", [{}, {"metadata": {}}, {"metadata": {"managedFields": None}}, {"metadata": {"managedFields": ["x", {}]}}])
def test_an_object_without_managers_is_owned_by_nobody(data: dict[str, Any]) -> None:
    owners = Owners(data)
    assert (owners.ours, owners.of(("spec",)), owners.named(("spec",))) == (False, [], "somebody unknown")


def test_the_status_has_managers_that_own_nothing_of_the_object() -> None:
    assert Owners(live(("kube-controller-manager", {"f:spec": {}}), subresource="status")).of(("spec",)) == []
