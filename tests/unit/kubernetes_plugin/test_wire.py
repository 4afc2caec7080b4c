from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubernetes_plugin.wire import UNKNOWN, Secret, contains, decoded, encoded, marked_like, plain

LEAVES = st.one_of(st.text(max_size=9), st.integers(-(2**50), 2**50), st.booleans(), st.just(UNKNOWN), st.text(max_size=9).map(Secret))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=9
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4))
def test_what_is_sent_comes_back(properties: dict[str, Any]) -> None:
    assert decoded(encoded(properties)) == properties


def test_plain_values_have_no_marks_and_no_secret_shows_itself() -> None:
    marked = {"a": Secret({"b": [Secret("canary")]}), "c": [1, UNKNOWN]}
    assert plain(marked) == {"a": {"b": ["canary"]}, "c": [1, UNKNOWN]}
    assert "canary" not in repr(marked)


def test_of_a_secret_all_data_is_secret_whatever_was_marked() -> None:
    assert marked_like({"kind": "Secret", "data": {"a": "1"}, "type": "Opaque"}, {}) == {
        "kind": "Secret",
        "data": Secret({"a": "1"}),
        "type": "Opaque",
    }


def test_of_anything_else_a_secret_stays_at_its_place_and_hides_a_whole_list() -> None:
    given_ = {"kind": "X", "spec": {"a": Secret("1"), "list": [{"b": Secret("2")}], "c": "3"}}
    assert marked_like(plain(given_), given_) == {"kind": "X", "spec": {"a": Secret("1"), "list": Secret([{"b": "2"}]), "c": "3"}}


def test_an_unknown_value_is_found_behind_a_secret() -> None:
    assert contains({"a": [Secret({"b": UNKNOWN})]}, type(UNKNOWN))
    assert not contains({"a": [Secret({"b": "1"})]}, type(UNKNOWN))
