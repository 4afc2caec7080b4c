from __future__ import annotations

from typing import Any

import pytest

from kubernetes_plugin.difference import differences, replaces, written
from kubernetes_plugin.force_new import force_new
from kubernetes_plugin.wire import UNKNOWN


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"a": 1}, {"a": 1}, {}),
        ({"a": 1}, {"a": 2}, {"a": "UPDATE"}),
        ({"a": 1}, {}, {"a": "DELETE"}),
        ({}, {"a": {"b": 1}}, {"a": "ADD"}),
        ({"a": {"b": 1}}, {"a": "x"}, {"a": "UPDATE"}),
        ({"a": [1, 2]}, {"a": [1, 3, 4]}, {"a[1]": "UPDATE", "a[2]": "ADD"}),
        ({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 1}]}, {"a[0].c": "DELETE"}),
        ({"a": True}, {"a": 1}, {"a": "UPDATE"}),
        ({"a": 1}, {"a": UNKNOWN}, {"a": "UPDATE"}),
        ({}, {"a": UNKNOWN}, {"a": "ADD"}),
        ({"labels": {"a.b/c": "1"}}, {"labels": {"a.b/c": "2"}}, {'labels["a.b/c"]': "UPDATE"}),
    ],
)
def test_each_change_has_its_path(old: dict[str, Any], new: dict[str, Any], found: dict[str, str]) -> None:
    assert {written(path): kind for path, kind in differences(old, new)} == found


@pytest.mark.parametrize(
    ("kind", "path", "answer"),
    [
        ("Deployment", ("metadata", "name"), True),
        ("Deployment", ("metadata", "labels", "a"), False),
        ("Deployment", ("spec", "selector", "matchLabels", "a"), True),
        ("Deployment", ("spec", "replicas"), False),
        ("RoleBinding", ("roleRef", "name"), True),
        ("Secret", ("data", "KEY"), True),
        ("ConfigMap", ("data", "KEY"), True),
        ("Service", ("spec", "clusterIP"), True),
        ("Service", ("spec", "type"), False),
        ("StatefulSet", ("spec", "serviceName"), True),
    ],
)
def test_what_cannot_be_changed_in_place(kind: str, path: tuple[str, ...], answer: bool) -> None:  # noqa: FBT001
    assert replaces(path, force_new({"kind": kind}, ())) is answer


def test_a_mutable_secret_is_changed_in_place_unless_it_says_that_it_never_changes() -> None:
    assert not replaces(("data", "KEY"), force_new({"kind": "Secret"}, {"Secret"}))
    assert replaces(("type",), force_new({"kind": "Secret"}, {"Secret"}))
    assert replaces(("data", "KEY"), force_new({"kind": "Secret", "immutable": True}, {"Secret"}))
    assert replaces(("data", "KEY"), force_new({"kind": "ConfigMap"}, {"Secret"}))


def test_a_whole_that_holds_what_cannot_be_changed_counts_too() -> None:
    forced = force_new({"kind": "Deployment"}, ())
    assert replaces(("spec",), forced, whole={"selector": {}})
    assert not replaces(("spec",), forced, whole={"replicas": 1})
