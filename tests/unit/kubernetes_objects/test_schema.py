from __future__ import annotations

import json
from pathlib import Path

import pytest

import codercfg.kubernetes_objects.schema as module
from codercfg.kubernetes_objects.schema import definition_of, problems

SCHEMA = json.loads((Path(module.__file__).parent / "data" / "schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", SCHEMA["kinds"].values())
def test_every_kind_has_a_schema_that_knows_what_is_missing(kind: str) -> None:
    assert {item.message for item in problems(kind, {})} >= {"the key `apiVersion` is missing", "the key `metadata` is missing"}


@pytest.mark.parametrize("name", SCHEMA["definitions"])
def test_every_definition_refuses_an_unknown_key(name: str) -> None:
    assert "Kubernetes knows no key `zzz` here" in [item.message for item in problems(name, {"zzz": 1})]


def test_a_misspelt_key_is_named_with_its_place_and_the_right_one() -> None:
    (one,) = problems("V1PodSpec", {"containers": [{"name": "a", "env": [{"name": "A", "vallue": "b"}]}]})

    assert (one.dotted, one.message, one.advice) == (
        "containers[0].env[0].vallue",
        "Kubernetes knows no key `vallue` here",
        "did you mean `value`?",
    )


@pytest.mark.parametrize(
    ("definition", "value", "message"),
    [
        ("V1DeploymentSpec", {"replicas": "1", "selector": {}, "template": {}}, "Kubernetes expects a whole number here"),
        ("V1EnvVar", {"name": "A", "value": 1}, "Kubernetes expects text here"),
        ("V1Probe", {"httpGet": {"port": True}}, "Kubernetes expects a whole number or text here"),
        ("V1Probe", {"exec": []}, "Kubernetes expects a map here"),
        ("V1Container", {"name": "a", "args": "b"}, "Kubernetes expects a list here"),
        ("V1SecurityContext", {"privileged": "no"}, "Kubernetes expects true or false here"),
        (
            "V1Secret",
            {"apiVersion": "v1", "kind": "Secret", "metadata": {}, "data": {"A": "hunter2!"}},
            "Kubernetes does not take this value",
        ),
    ],
)
def test_a_value_of_a_wrong_type_is_not_repeated(definition: str, value: object, message: str) -> None:
    (one,) = problems(definition, value)

    assert one.message == message
    assert "hunter2" not in repr(one)


def test_many_mistakes_are_cut_short() -> None:
    assert len(problems("V1PodSpec", {"containers": [{"nmae": "a"}] * 500})) == 20


def test_only_kinds_of_the_schema_have_a_definition() -> None:
    assert definition_of({"apiVersion": "apps/v1", "kind": "Deployment"}) == "V1Deployment"
    assert definition_of({"apiVersion": "extensions/v1beta1", "kind": "Deployment"}) is None
    assert definition_of({}) is None


def test_what_only_the_server_writes_is_no_key_of_a_manifest() -> None:
    assert "status" not in SCHEMA["definitions"]["V1Deployment"]["properties"]
    assert "managedFields" not in SCHEMA["definitions"]["V1ObjectMeta"]["properties"]
    assert "Apache-2.0" in SCHEMA["_"]
