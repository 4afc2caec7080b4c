from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.yaml_reader import scalars
from codercfg.yaml_reader.scalars import DATE, NO_NUMBER, NUMBER, Odd, resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("yes", "yes"),
        ("off", "off"),
        ("", None),
        ("~", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("0", 0),
        ("-17", -17),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("1.2.3", "1.2.3"),
        ("1:30", "1:30"),
        ("0o8", "0o8"),
        ("0x", "0x"),
        ("--1", "--1"),
        ("1e400", "1e400"),
        ("._5", "._5"),
        ("2024-13-01", "2024-13-01"),
        ("2023-02-29", "2023-02-29"),
        ("2024-01-01 25:00:00", "2024-01-01 25:00:00"),
        ("10.0.0.0/8", "10.0.0.0/8"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_usual_scalars(text: str, expected: Any) -> None:
    read = resolve(text)

    assert read == expected
    assert type(read) is type(expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0777", 511),
        ("0o17", 15),
        ("0O17", 15),
        ("-0o17", -15),
        ("0x1F", 31),
        ("0b101", 5),
        ("1_000", 1000),
        ("+1", 1),
        ("-0", 0),
        ("08", 8.0),
        ("5.", 5.0),
        (".5", 0.5),
        (".5_0", 0.5),
        ("1e3", 1000.0),
        ("99999999999999999999", 1e20),
    ],
)
def test_numbers_in_another_notation_are_read_and_marked(text: str, value: float) -> None:
    read = resolve(text)

    assert isinstance(read, Odd)
    assert (read.value, read.what) == (value, NUMBER)


@pytest.mark.parametrize("text", ["2026-01-01", "2026-1-2", "2024-02-29", "2026-01-01T10:00:00Z", "2026-01-01 1:2:3.5"])
def test_dates_are_marked_and_keep_their_text(text: str) -> None:
    read = resolve(text)

    assert isinstance(read, Odd)
    assert (read.value, read.what) == (text, DATE)


@pytest.mark.parametrize("text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN"])
def test_what_json_cannot_carry_is_marked(text: str) -> None:
    read = resolve(text)

    assert isinstance(read, Odd)
    assert (read.value, read.what) == (text, NO_NUMBER)


@given(st.integers(-(2**63), 2**64 - 1))
def test_every_decimal_integer_reads_as_itself(number: int) -> None:
    read = resolve(str(number))

    assert (read.value if isinstance(read, Odd) else read) == number


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert resolve(text) is None or resolve(text) is not Odd


@pytest.mark.parametrize("form", ["_COMMON", "_INTEGER", "_FLOAT", "_POINT_FLOAT", "_DATE"])
@given(data=st.data())
def test_no_number_and_no_time_has_a_letter_that_tells_texts_at_once(form: str, data: st.DataObject) -> None:
    number = data.draw(st.from_regex(getattr(scalars, form), fullmatch=True, alphabet=st.characters(max_codepoint=126)))

    assert scalars._NO_NUMBER_OR_TIME.search(number) is None
    assert scalars._NO_NUMBER_OR_TIME.search(number.replace("0", "0_")) is None  # a number may have underscores
