from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.cluster.compare import differences, dotted
from codercfg.cluster.quantity import amount, same_quantity
from unit.kubernetes_objects.rendering import NAMES, case, rendered


def places(ours: dict[str, Any], live: dict[str, Any], kind: str = "Deployment") -> list[str]:
    return [item.dotted for item in differences({"apiVersion": "v1", "kind": kind, **ours}, live)]


@pytest.mark.parametrize("name", NAMES)
def test_an_object_does_not_differ_from_itself_with_more_in_it(name: str) -> None:
    for manifest in rendered(case(name)).manifests:
        live = copy.deepcopy(manifest)
        live["metadata"] |= {"uid": "x", "managedFields": [{}]}
        live["status"] = {"ready": True}
        assert list(differences(manifest, live)) == []


@pytest.mark.parametrize(
    ("ours", "live", "expected"),
    [
        ({"spec": {"replicas": 2}}, {"spec": {"replicas": 3}}, ["spec.replicas"]),
        ({"spec": {"replicas": 0}}, {"spec": {"replicas": 1}}, ["spec.replicas"]),
        ({"spec": {"a": {"b": "x"}}}, {"spec": None}, ["spec.a.b"]),
        ({"spec": {"a": {}, "b": [], "c": "", "d": None, "e": False}}, {"spec": {}}, []),
        ({"spec": {"enableServiceLinks": False}}, {"spec": {}}, ["spec.enableServiceLinks"]),
        ({"spec": {"args": ["a", "b"]}}, {"spec": {"args": ["a", "c"]}}, ["spec.args[1]"]),
        ({"spec": {"args": ["a"]}}, {"spec": {"args": ["a", "b"]}}, ["spec.args"]),
        ({"metadata": {"labels": {"app.kubernetes.io/name": "a"}}}, {"metadata": {}}, ["metadata.labels[app.kubernetes.io/name]"]),
        ({"metadata": {"annotations": {"codercfg/secret-coder": "1"}}}, {"metadata": {}}, []),
        ({"volumes": [{"name": "a", "x": 1}]}, {"volumes": [{"name": "b"}, {"name": "a", "x": 1, "y": 2}]}, []),
        ({"volumes": [{"name": "a"}]}, {"volumes": []}, ["volumes[a]"]),
        ({"resources": {"limits": {"cpu": "2000m", "memory": "4096Mi"}}}, {"resources": {"limits": {"cpu": "2", "memory": "4Gi"}}}, []),
        ({"resources": {"limits": {"cpu": "2000m"}}}, {"resources": {"limits": {"cpu": "2100m"}}}, ["resources.limits.cpu"]),
        ({"args": ["2000m"]}, {"args": ["2"]}, ["args[0]"]),
    ],
)
def test_only_what_we_say_and_the_cluster_says_otherwise_differs(ours: dict[str, Any], live: dict[str, Any], expected: list[str]) -> None:
    assert places(ours, live) == expected


@pytest.mark.parametrize(
    ("ours", "live", "same"),
    [
        ({"value": ""}, {}, True),
        ({"value": "a"}, {"value": "b"}, False),
        ({"value": "a"}, {"valueFrom": {"secretKeyRef": {"name": "a", "key": "b"}}}, False),
        ({"valueFrom": {"fieldRef": {"fieldPath": "x"}}}, {"valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "x"}}}, True),
        ({"valueFrom": {"secretKeyRef": {"name": "a", "key": "b"}}}, {"valueFrom": {"secretKeyRef": {"name": "a", "key": "c"}}}, False),
    ],
)
def test_a_variable_is_one_thing(ours: dict[str, Any], live: dict[str, Any], *, same: bool) -> None:
    assert places({"env": [{"name": "A", **ours}]}, {"env": [{"name": "A", **live}]}) == ([] if same else ["env[A]"])


def test_the_label_that_pulumi_writes_itself_is_no_difference() -> None:
    ours = {"metadata": {"labels": {"app.kubernetes.io/managed-by": "codercfg"}}}
    for live, expected in (("pulumi", []), ("Helm", ["metadata.labels[app.kubernetes.io/managed-by]"])):
        assert places(ours, {"metadata": {"labels": {"app.kubernetes.io/managed-by": live}}}) == expected


def test_values_of_secrets_are_not_looked_at() -> None:
    assert places({"data": {"a": "x"}, "stringData": {"b": "y"}, "type": "Opaque"}, {"data": {}, "type": "Opaque"}, "Secret") == []


def test_ports_are_matched_by_what_names_them_in_each_kind() -> None:
    live = {"ports": [{"port": 443}, {"port": 80, "nodePort": 31000}]}
    assert places({"ports": [{"port": 80}]}, live, "Service") == []


def test_a_step_with_a_dot_is_read_as_one() -> None:
    assert dotted(("metadata", "annotations", "a.b/c")) == "metadata.annotations[a.b/c]"


@given(st.integers(0, 10**15), st.sampled_from(["", "m", "k", "M", "G", "Ki", "Mi", "Gi", "e3", "E-2"]))
def test_an_amount_is_what_its_suffix_makes_of_the_number(number: int, suffix: str) -> None:
    factors: dict[str, Fraction] = {"": Fraction(1), "m": Fraction(1, 1000), "k": Fraction(10**3), "M": Fraction(10**6)}
    factors |= {"G": Fraction(10**9), "Ki": Fraction(2**10), "Mi": Fraction(2**20), "Gi": Fraction(2**30)}
    factors |= {"e3": Fraction(1000), "E-2": Fraction(1, 100)}
    assert amount(f"{number}{suffix}") == number * factors[suffix]


@given(st.text(max_size=20), st.text(max_size=20))
def test_texts_that_are_no_amounts_are_compared_as_texts(one: str, other: str) -> None:
    if amount(one) is None:
        assert not same_quantity(one, other, ("limits", "cpu"))
