"""Results of short texts are kept, and nothing else is."""

from __future__ import annotations

import pytest

from codercfg.values.error import ValueParseError
from codercfg.values.kept import kept


class Reader:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, text: str, *, twice: bool = False) -> str:
        self.asked.append(text)
        if text == "wrong":
            raise ValueParseError("wrong", "write it right")
        return text * 2 if twice else text


def test_a_short_text_is_read_once() -> None:
    reader = Reader()
    read = kept(reader.read)
    assert [read("a"), read("a"), read("b")] == ["a", "a", "b"]
    assert reader.asked == ["a", "b"]


def test_what_else_decides_is_part_of_the_question() -> None:
    read = kept(Reader().read)
    assert [read("a"), read("a", twice=True), read("a")] == ["a", "aa", "a"]


def test_a_long_text_is_read_each_time() -> None:
    reader = Reader()
    read = kept(reader.read)
    assert read("a" * 65) == read("a" * 65) == "a" * 65
    assert len(reader.asked) == 2


@pytest.mark.parametrize("text", ["https://a:canary@b", "https://b?token=canary"])
def test_an_address_that_may_hold_a_secret_is_read_each_time(text: str) -> None:
    reader = Reader()
    read = kept(reader.read)
    assert read(text) == read(text) == text
    assert reader.asked == [text, text]


def test_a_refusal_is_made_each_time() -> None:
    reader = Reader()
    read = kept(reader.read)
    for _ in range(2):
        with pytest.raises(ValueParseError) as refused:
            read("wrong")
        assert (refused.value.reason, refused.value.help) == ("wrong", "write it right")
    assert reader.asked == ["wrong", "wrong"]
