"""A preview shows what changed and nothing else, whatever moved because of it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from codercfg.component.manifest_diff import ADD, DELETE, UPDATE, changed_paths


def pod(*variables: tuple[str, str]) -> dict[str, Any]:
    env = [{"name": name, "value": value} for name, value in variables]
    return {"spec": {"containers": [{"name": "coder", "args": ["server"], "env": env}]}}


ENV = "spec.containers[0].env"


def test_nothing_changed_is_no_path() -> None:
    assert changed_paths(pod(("A", "1")), deepcopy(pod(("A", "1")))) == {}


def test_a_changed_variable_is_shown_whole_so_that_its_name_stands_beside_the_value() -> None:
    assert changed_paths(pod(("A", "1"), ("B", "2")), pod(("A", "1"), ("B", "3"))) == {f"{ENV}[1]": UPDATE}


def test_a_new_variable_in_front_does_not_make_those_behind_it_look_changed() -> None:
    assert changed_paths(pod(("B", "2"), ("C", "3")), pod(("A", "1"), ("B", "2"), ("C", "3"))) == {f"{ENV}[0]": ADD}


def test_a_variable_that_is_gone_counts_in_the_old_list() -> None:
    assert changed_paths(pod(("A", "1"), ("B", "2"), ("C", "3")), pod(("A", "1"), ("C", "3"))) == {f"{ENV}[1]": DELETE}


def test_a_variable_that_moved_and_changed_is_gone_there_and_new_here() -> None:
    assert changed_paths(pod(("B", "2")), pod(("A", "1"), ("B", "3"))) == {f"{ENV}[0]": UPDATE, f"{ENV}[1]": ADD}


def test_another_order_shows_as_such() -> None:
    changed = changed_paths(pod(("A", "1"), ("B", "2")), pod(("B", "2"), ("A", "1")))

    assert set(changed) == {f"{ENV}[0].name", f"{ENV}[0].value", f"{ENV}[1].name", f"{ENV}[1].value"}


def test_keys_with_dots_are_quoted_as_the_engine_reads_them() -> None:
    assert changed_paths({"labels": {"app.kubernetes.io/name": "a"}}, {"labels": {}}) == {'labels["app.kubernetes.io/name"]': DELETE}


def test_a_list_without_names_is_matched_by_its_items() -> None:
    assert changed_paths({"args": ["server"]}, {"args": ["server", "--x=1"]}) == {"args[1]": ADD}


def test_items_that_repeat_are_matched_by_position() -> None:
    assert changed_paths(["a", "a"], ["a", "b"]) == {"[1]": UPDATE}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(2, 5) | st.sampled_from(["a", "b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "x.y", "z"]), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, JSON)
def test_a_difference_is_always_shown_and_equality_never(old: Any, new: Any) -> None:
    assert (changed_paths(old, new) == {}) == (old == new)
