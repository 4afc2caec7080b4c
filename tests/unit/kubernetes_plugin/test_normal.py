from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from kubernetes_plugin.normal import checked_secret, normalised, pruned, quantity
from kubernetes_plugin.wire import UNKNOWN


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("2000m", "2"),
        ("500m", "500m"),
        ("0.5", "500m"),
        ("1024Mi", "1Gi"),
        ("1.5Gi", "1536Mi"),
        ("4Gi", "4Gi"),
        ("1000", "1k"),
        (2, "2"),
        ("0", "0"),
        ("odd", "odd"),
    ],
)
def test_quantities_are_written_as_the_server_gives_them_back(given: Any, canonical: Any) -> None:
    assert quantity(given) == canonical


def test_what_says_nothing_is_left_out_and_what_is_held_by_pointer_stays() -> None:
    container = {"name": "a", "stdin": False, "env": [{"name": "A", "value": ""}], "securityContext": {"privileged": False, "runAsUser": 0}}
    spec = {"hostNetwork": False, "nodeSelector": {}, "volumes": [{"name": "v", "emptyDir": {}}], "containers": [container]}
    assert normalised({"kind": "Pod", "spec": spec})["spec"] == {
        "volumes": [{"name": "v", "emptyDir": {}}],
        "containers": [{"name": "a", "env": [{"name": "A"}], "securityContext": {"privileged": False, "runAsUser": 0}}],
    }


def test_an_empty_text_in_a_map_of_texts_is_a_text() -> None:
    config = {"kind": "ConfigMap", "metadata": {"labels": {"a": ""}}, "data": {"b": ""}}
    assert normalised(config) == config


def test_what_only_the_server_writes_is_left_out() -> None:
    assert normalised({"kind": "X", "metadata": {"name": "a", "uid": "1", "managedFields": [], "resourceVersion": "2"}})["metadata"] == {
        "name": "a"
    }


def test_what_lives_is_cut_to_what_was_asked_for() -> None:
    live = {"spec": {"a": 1, "b": 2, "env": [{"name": "A", "x": 1}, {"name": "added by hand"}]}, "status": {}}
    assert pruned(live, {"spec": {"a": 0, "env": [{"name": ""}]}}) == {"spec": {"a": 1, "env": [{"name": "A"}]}}


def test_texts_of_a_secret_become_data_once_all_is_known() -> None:
    secret = {"kind": "Secret", "data": {"a": "MQ=="}, "stringData": {"b": "2"}}
    assert checked_secret(secret) == {"kind": "Secret", "data": {"a": "MQ==", "b": b64encode(b"2").decode()}}
    unknown = {"kind": "Secret", "stringData": {"b": UNKNOWN}}
    assert checked_secret(unknown) == unknown
