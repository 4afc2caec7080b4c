"""Whatever text a user writes reaches the object unchanged, or is refused; nothing raises."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from codercfg.kubernetes_objects.parse import ManifestError, parse_manifest
from codercfg.kubernetes_objects.placeholder import placed
from codercfg.models.stack.kubernetes.settings import KubernetesSettings
from unit.kubernetes_objects.rendering import BASE, environment, rendered, stack_of

STACK = stack_of(BASE)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["{{ name }}", "{% if", "*a", "&a", "!x", "a: b", "%"]
)
PLAIN = st.recursive(
    TEXTS | st.booleans() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_value_of_a_variable_is_what_was_written(text: str) -> None:
    kubernetes = KubernetesSettings.model_validate({"extraEnv": [{"name": "A", "value": text}]})

    assert environment(rendered(replace(STACK, kubernetes=kubernetes)))["A"] == text


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(TEXTS, PLAIN, max_size=4))
def test_any_structure_written_by_a_template_is_read_back(value: dict[str, Any]) -> None:
    values: list[Any] = []

    assert parse_manifest(f"it: {placed(value, values)}\n", values) == {"it": value}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text("-:{}[]&*!|>#%@`'\"\n\t ab", max_size=40))
def test_any_result_of_a_template_is_one_object_or_refused(text: str) -> None:
    try:
        found = parse_manifest(text, [])
    except ManifestError as error:
        assert error.reason  # noqa: PT017  (either outcome is right)
    else:
        assert isinstance(found, dict)


@settings(max_examples=150, deadline=None)
@given(PLAIN)
def test_any_structure_is_taken_or_found_wrong(value: Any) -> None:
    try:
        kubernetes = KubernetesSettings.model_validate({"volumes": [{"name": "a", "configMap": value}]})
    except ValueError as error:
        assert "volumes" in str(error)  # noqa: PT017  (either outcome is right)
        return
    objects = rendered(replace(STACK, kubernetes=kubernetes))

    assert objects.ok == bool(objects.manifests)
