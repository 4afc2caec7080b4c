from __future__ import annotations

import pytest

from codercfg.values import boolean
from codercfg.values.error import ValueParseError


@pytest.mark.parametrize("text", ["1", "t", "T", "TRUE", "true", "True"])
def test_go_words_for_true(text: str) -> None:
    assert boolean.parse(text) is True


@pytest.mark.parametrize("text", ["", "0", "f", "F", "FALSE", "false", "False"])
def test_go_words_for_false_and_the_empty_text(text: str) -> None:
    assert boolean.parse(text) is False


@pytest.mark.parametrize("text", ["yes", "no", "on", "off", "y", "tRue", "FaLse", " true", "true ", "True\n", "2", "-1", "null", "'true'"])
def test_words_of_other_languages_are_refused(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        boolean.parse(text)
    assert caught.value.reason == "not a word that Go reads as a boolean"
    assert caught.value.help == "write true or false"


def test_to_env_is_read_back() -> None:
    assert [boolean.to_env(value) for value in (True, False)] == ["true", "false"]
    assert [boolean.parse(boolean.to_env(value)) for value in (True, False)] == [True, False]
