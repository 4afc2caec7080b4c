from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import spaced_list
from codercfg.values.error import ValueParseError

WORDS = st.text(st.characters(exclude_characters=" "), max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=5).map(tuple))
def test_what_is_written_is_read_back(items: tuple[str, ...]) -> None:
    assert spaced_list.parse(spaced_list.to_env(items)) == items


@pytest.mark.parametrize(("text", "items"), [("", ("",)), ("repo", ("repo",)), ("a  b", ("a", "", "b")), (" a", ("", "a"))])
def test_every_single_space_separates(text: str, items: tuple[str, ...]) -> None:
    assert spaced_list.parse(text) == items


@pytest.mark.parametrize(
    ("items", "reason"),
    [((), "an empty list cannot be written in a variable"), (("a b",), "an item holds a space, which separates items here")],
)
def test_what_no_variable_can_carry_is_refused(items: tuple[str, ...], reason: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        spaced_list.to_env(items)
    assert caught.value.reason == reason
