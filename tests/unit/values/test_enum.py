from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import enum
from codercfg.values.error import ValueParseError

CHOICES = ("lax", "none")


@pytest.mark.parametrize("text", ["lax", "none", "None", "LAX"])
def test_a_choice_in_any_case_is_kept_as_written(text: str) -> None:
    assert enum.parse(text, CHOICES) == text
    assert enum.to_env(text) == text


@pytest.mark.parametrize("text", ["", "strict", " lax", "lax ", "lax\n", "la", "\u212aax"])
def test_other_words_are_refused_and_the_choices_named(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        enum.parse(text, CHOICES)
    assert caught.value.reason == "not one of the words that the option takes"
    assert caught.value.help == "write one of: lax, none"


def test_letters_that_only_look_alike_do_not_pass() -> None:
    with pytest.raises(ValueParseError, match="not one of the words"):
        enum.parse("wee\u212a", ("week",))


@given(st.sampled_from(CHOICES), st.lists(st.booleans(), min_size=4, max_size=4))
def test_to_env_is_read_back(word: str, upper: list[bool]) -> None:
    text = "".join(letter.upper() if high else letter for letter, high in zip(word, upper, strict=False))
    assert enum.parse(enum.to_env(enum.parse(text, CHOICES)), CHOICES) == text
