"""What `coder:kubernetes` and `coder:target` take, and what they refuse with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from codercfg.models.stack.kubernetes.settings import KubernetesSettings
from codercfg.models.stack.structure import Structure
from codercfg.models.stack.target import Target
from codercfg.options.opt import Key
from codercfg.options.walk import json_name, subgroup

if TYPE_CHECKING:
    from codercfg.options.group import Group

REFUSED = [
    ({"name": "Coder"}, ("name",), "not a name that a Kubernetes Service takes"),
    ({"name": "a" * 41}, ("name",), "not a name that a Kubernetes Service takes"),
    ({"name": "1a"}, ("name",), "not a name that a Kubernetes Service takes"),
    ({"namespace": "a.b"}, ("namespace",), "not a name that Kubernetes takes (a DNS label)"),
    ({"instance": "a b"}, ("instance",), "not a label's value"),
    ({"labels": {"a b": "c"}}, ("labels",), "a key is no label key"),
    ({"labels": {"a/b/c": "c"}}, ("labels",), "a key is no label key"),
    ({"labels": {"a": "b c"}}, ("labels",), "a label's value is refused by Kubernetes"),
    ({"labels": ["a"]}, ("labels",), "expected a map of texts, found a list"),
    ({"annotations": {"-a": "b"}}, ("annotations",), "a key is no annotation key"),
    ({"annotations": {"a": True}}, ("annotations",), "expected text, found true or false"),
    ({"replicas": -1}, ("replicas",), "the number is out of range"),
    ({"replicas": 101}, ("replicas",), "the number is out of range"),
    ({"replicas": None}, ("replicas",), "expected a whole number, found nothing (null)"),
    ({"ipFamily": "ipv6"}, ("ipFamily",), "not one of the words that it takes"),
    ({"image": {"pullPolicy": "always"}}, ("image", "pullPolicy"), "not one of the words that it takes"),
    ({"image": {"pullSecrets": "a"}}, ("image", "pullSecrets"), "expected a list, found text"),
    ({"service": {"httpNodePort": 0}}, ("service", "httpNodePort"), "the number is out of range"),
    ({"ingress": {"host": "https://a"}}, ("ingress", "host"), "not a host name"),
    ({"ingress": {"wildcardHost": "a.*.b"}}, ("ingress", "wildcardHost"), "not a wildcard host"),
    ({"resources": {"limits": {"cpu": "two"}}}, ("resources", "limits"), "the amount of `cpu` is no Kubernetes quantity"),
    ({"resources": {"limits": {"cpu": float("inf")}}}, ("resources", "limits"), "the amount of `cpu` is no Kubernetes quantity"),
    ({"resources": {"limits": {"cpu": True}}}, ("resources", "limits"), "expected text, found true or false"),
    ({"postgres": {"storage": "10GB"}}, ("postgres", "storage"), "not a Kubernetes quantity"),
    ({"certs": {"secrets": [{"name": "a", "key": "b/c"}]}}, ("certs", "secrets", 0, "key"), "not a key of a Secret"),
    ({"extraEnv": [{"name": "A=B"}]}, ("extraEnv", 0, "name"), "not the name of a variable"),
    ({"scheduling": {"affinity": []}}, ("scheduling", "affinity"), "expected a map, found a list"),
    ({"volumes": {"name": "a"}}, ("volumes",), "expected a list of maps"),
    ({"volumes": [{"name": None}]}, ("volumes",), "nothing (null) has no place in a Kubernetes object"),
    ({"volumes": [{"a": 1.5}]}, ("volumes",), "a number with a fraction has no place in a Kubernetes object"),
    ({"volumes": [{1: "a"}]}, ("volumes",), "a key is not text"),
    ({"securityContext": {"runAsUser": 2**31}}, ("securityContext", "runAsUser"), "the number is out of range"),
    ({"create_namespace": True}, ("create_namespace",), "Extra inputs are not permitted"),
]


def every_group(model: type[Group]) -> list[type[Group]]:
    below = [subgroup(field) for field in model.model_fields.values()]
    return [model, *(found for group in below if group is not None for found in every_group(group))]


@pytest.mark.parametrize(("settings", "place", "message"), REFUSED)
def test_what_kubernetes_would_refuse_is_refused_at_its_place(settings: dict[str, Any], place: tuple[object, ...], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        KubernetesSettings.model_validate(settings)

    (error,) = caught.value.errors(include_input=False, include_url=False)
    assert (error["loc"], error["msg"]) == (place, message)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"labels": {"example.com/team": "", "a.b_c-D": "X.y_Z"}},
        {"annotations": {"example.com/any": "any text\nat all"}},
        {"resources": {"limits": {"cpu": 0.5, "memory": "1.5Gi", "nvidia.com/gpu": "1"}, "requests": {"cpu": 2, "memory": "1e3"}}},
        {"ingress": {"wildcardHost": "*-apps.example.com"}},
        {"scheduling": {"affinity": {}}},
        {"volumes": []},
    ],
)
def test_what_kubernetes_takes_is_taken(settings: dict[str, Any]) -> None:
    assert KubernetesSettings.model_validate(settings) == KubernetesSettings.model_validate(settings)


def test_unset_sections_are_there_with_their_defaults() -> None:
    settings = KubernetesSettings.model_validate({})

    assert (settings.name, settings.namespace, settings.create_namespace) == ("coder", "coder", True)
    assert settings.security_context.capabilities.drop == ("ALL",)
    assert settings.probes.startup.enabled
    assert not settings.probes.liveness.enabled
    assert settings.model_fields_set == set()


@pytest.mark.parametrize("model", [*every_group(KubernetesSettings), *every_group(Target)], ids=lambda model: model.__name__)
def test_every_key_is_described_in_a_sentence(model: type[Group]) -> None:
    keys = {
        json_name(name, field): [item for item in field.metadata if isinstance(item, Key)]
        for name, field in model.model_fields.items()
        if subgroup(field) is None or any(isinstance(item, Key) for item in field.metadata)
    }

    assert [name for name, found in keys.items() if len(found) != 1 or not found[0].description.endswith(".")] == []
    assert (model.__doc__ or "").strip()


def test_structures_name_definitions_of_the_bundled_schema() -> None:
    from codercfg.kubernetes_objects.schema import problems

    structures = [
        item
        for model in every_group(KubernetesSettings)
        for field in model.model_fields.values()
        for item in field.metadata
        if isinstance(item, Structure)
    ]

    assert len(structures) >= 10
    assert all(problems(item.definition, {"zzz": 1}) for item in structures)


@pytest.mark.parametrize(
    ("target", "to_cluster"),
    [({}, False), ({"files": {}}, False), ({"cluster": {"context": "a"}}, True)],
)
def test_a_target_is_files_or_a_cluster(target: dict[str, Any], *, to_cluster: bool) -> None:
    found = Target.model_validate(target)

    assert found.to_cluster is to_cluster
    assert found.files.secrets == "omit"
