from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codercfg.component.edited_manifest import edited_manifest

SERVICE = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "coder"}}
SECRET = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "coder"}, "type": "Opaque", "data": {"KEY": "b2xk"}}
CANARY = "Y2FuYXJ5Y2FuYXJ5"


def edited(**changes: Any) -> str:
    return yaml.safe_dump({**SECRET, **changes})


def test_an_edit_shows_as_it_is() -> None:
    assert edited_manifest(SERVICE, "kind: Service\nspec: {ports: [{port: 80}]}") == {"kind": "Service", "spec": {"ports": [{"port": 80}]}}


@pytest.mark.parametrize(
    "text", ["", "- a\n", "a: [", "just text", "a: 1\n---\nb: 2\n", "a: &x {b: *x}", "a: &x 1\nb: *x", "\x00", "[" * 5000]
)
def test_a_file_that_holds_no_single_map_says_so(text: str) -> None:
    assert edited_manifest(SERVICE, text) == {"apiVersion": "v1", "kind": "Service", "problem": "the file is no YAML map"}


def test_values_that_the_engine_cannot_take_become_text() -> None:
    text = "day: 2024-01-31\nnothing: ~\nhalf: 0.5\n1: {true: [~]}\n"
    assert edited_manifest(SERVICE, text) == {"day": "2024-01-31", "nothing": "None", "half": "0.5", "1": {"True": ["None"]}}


def test_a_changed_value_of_a_known_key_comes_along_because_the_engine_keeps_it_secret() -> None:
    assert edited_manifest(SECRET, edited(data={"KEY": CANARY}))["data"] == {"KEY": CANARY}


def test_a_key_added_by_hand_shows_without_its_value() -> None:
    found = edited_manifest(SECRET, edited(data={"KEY": "b2xk", "NEW": CANARY}))
    assert found["data"] == {"KEY": "b2xk", "NEW": "(added by hand)"}


def test_a_key_added_by_hand_stays_without_its_value_when_looked_at_again() -> None:
    text = edited(data={"KEY": "b2xk", "NEW": CANARY})
    assert CANARY not in str(edited_manifest(edited_manifest(SECRET, text), text))


def test_a_removed_key_shows_as_removed() -> None:
    assert edited_manifest(SECRET, edited(data={}))["data"] == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"stringData": {"KEY": CANARY}},
        {"metadata": {"name": "coder", "annotations": {"x": CANARY}}},
        {"data": CANARY},
        {"kind": "ConfigMap", "data": {"OTHER": CANARY}},
        {CANARY: "x"},
    ],
)
def test_nothing_else_of_a_secrets_file_comes_along(changes: dict[str, Any]) -> None:
    assert CANARY not in str(edited_manifest(SECRET, edited(**changes)))


def test_a_secret_pasted_over_another_object_is_not_shown() -> None:
    found = edited_manifest(SERVICE, edited(data={"KEY": CANARY}))
    assert found == {"apiVersion": "v1", "kind": "Service", "problem": "the file holds a Secret"}


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert isinstance(edited_manifest(SERVICE, text), dict)
