from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.kubernetes_objects.parse import ManifestError, parse_manifest
from codercfg.kubernetes_objects.placeholder import placed


def read(template: str, *given_values: object) -> dict[str, Any]:
    """The object of a text in which `@0`, `@1` stand for values."""
    values: list[Any] = []
    for index, value in enumerate(given_values):
        template = template.replace(f"@{index}", placed(value, values))
    return parse_manifest(template, values)


@pytest.mark.parametrize("value", ["yes", "", "{{ x }}", "a: b", "- a", "\u2028", True, 3, -1, [1, {"a": "b"}], {}, []])
def test_a_value_takes_the_place_of_its_mark(value: object) -> None:
    assert read("a: @0\nb: [x, @0]\n", value) == {"a": value, "b": ["x", value]}


def test_a_mark_inside_a_text_or_a_key_becomes_a_part_of_it() -> None:
    assert read('image: @0:@1\n"@0-x": "port @2"\n', "r/i", "v1", 80) == {"image": "r/i:v1", "r/i-x": "port 80"}


@pytest.mark.parametrize("value", [[], {}, True])
def test_only_texts_and_numbers_can_be_a_part_of_a_text(value: object) -> None:
    with pytest.raises(ManifestError, match="stands inside a text or as a key"):
        read("a: x@0\n", value)


def test_two_keys_of_one_value_are_refused() -> None:
    with pytest.raises(ManifestError, match="a key stands twice"):
        read("@0: 1\n@1: 2\n", "a", "a")


@pytest.mark.parametrize("value", [None, 1.5, object()])
def test_what_is_no_json_of_kubernetes_is_no_value(value: object) -> None:
    with pytest.raises(TypeError, match="a template may not write"):
        placed(value, [])


@pytest.mark.parametrize("value", [{"a": None}, [1.5]])
def test_what_is_no_json_of_kubernetes_is_no_part_of_a_value(value: object) -> None:
    with pytest.raises(ManifestError, match="a value holds"):
        read("a: @0\n", value)


def test_a_mark_that_comes_back_as_a_value_is_refused() -> None:
    values: list[Any] = []
    mark = placed("secret", values)

    with pytest.raises(ManifestError, match="the result of a block, macro or `set` stands as a value"):
        parse_manifest(f"a: {placed(mark, values)}\n", values)


def test_the_same_text_with_other_values_is_another_object() -> None:
    first, second = read("a: @0\n", ["x"]), read("a: @0\n", ["y"])
    first["a"].append("changed")

    assert (second, read("a: @0\n", ["x"])) == ({"a": ["y"]}, {"a": ["x"]})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_text_of_a_user_is_a_mark(text: str) -> None:
    assert read("a: @0\nb: @1\n", "other", text) == {"a": "other", "b": text}
