from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import csv_list
from codercfg.values.error import ValueParseError


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a,b", ("a", "b")),
        ("a, b", ("a", " b")),
        ("a,", ("a", "")),
        (",", ("", "")),
        ("x y,z", ("x y", "z")),
        ("a;b", ("a;b",)),
        ("'a','b'", ("'a'", "'b'")),
        ('"a,b",c', ("a,b", "c")),
        ('"a""b"', ('a"b',)),
        ('""', ("",)),
        ('a,""', ("a", "")),
        ("one\ntwo", ("one",)),
        ("a\r\nb", ("a",)),
        ("a\rb", ("a\rb",)),
        ("a\r", ("a",)),
        ("\n\r\n\na,b", ("a", "b")),
        ('"A=1\nB=2"', ("A=1\nB=2",)),
        ('"a\r\nb"\nc', ("a\nb",)),
        ('a\n"', ("a",)),
        ("\u00a0x", ("\u00a0x",)),
    ],
)
def test_the_first_record_is_read_as_go_reads_it(text: str, items: tuple[str, ...]) -> None:
    assert csv_list.parse(text) == items


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n", "nothing but line ends"),
        ("\r\n", "nothing but line ends"),
        ("\r", "nothing but line ends"),
        ('"a', "a quoted item is not closed"),
        ('a,"b', "a quoted item is not closed"),
        ('"a"b', "text follows the closing quote"),
        ('"a" ,b', "text follows the closing quote"),
        ('a"b', "a quote stands inside an unquoted item"),
        ('a, "b"', "a quote stands inside an unquoted item"),
        ('x"y"z,w', "a quote stands inside an unquoted item"),
    ],
)
def test_what_go_refuses_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        csv_list.parse(text)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((), ""),
        (("a", "b c"), "a,b c"),
        (("a,b", 'c"d'), '"a,b","c""d"'),
        ((" a", "\ta", "\u3000a"), '" a","\ta","\u3000a"'),
        (("a\nb", "c\rd"), '"a\nb","c\rd"'),
        (("", ""), ","),
        (("\\.",), '"\\."'),
    ],
)
def test_items_are_quoted_as_go_quotes_them(items: tuple[str, ...], text: str) -> None:
    assert csv_list.to_env(items) == text
    assert csv_list.parse(text) == items


def test_a_list_of_one_empty_item_cannot_be_written() -> None:
    with pytest.raises(ValueParseError) as caught:
        csv_list.to_env([""])
    assert "one empty item cannot be written" in caught.value.reason
    assert caught.value.help == "leave the item out"


def test_a_carriage_return_before_a_line_feed_cannot_be_written() -> None:
    with pytest.raises(ValueParseError, match="reads as a line feed"):
        csv_list.to_env(["a", "b\r\nc"])


ITEMS = st.lists(st.text(alphabet='ab,"\r\n \\.\u00a0é\x00') | st.text(), max_size=6)


@given(ITEMS)
def test_to_env_is_read_back(items: list[str]) -> None:
    try:
        text = csv_list.to_env(items)
    except ValueParseError:
        assert items == [""] or any("\r\n" in item for item in items)
    else:
        assert csv_list.parse(text) == tuple(items)
