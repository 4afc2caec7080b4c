from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import integer
from codercfg.values.error import ValueParseError

INT64 = st.integers(min_value=-(2**63), max_value=2**63 - 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("+20", 20),
        ("-1", -1),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        pytest.param("0" * 6000 + "5", 5, id="zeros"),
    ],
)
def test_decimal_digits_are_read(text: str, value: int) -> None:
    assert integer.parse(text) == value


@pytest.mark.parametrize("text", ["", "+", "-", "--5", " 5", "5 ", "5\n", "0x10", "0b1", "1_000", "1,000", "1.0", "1e3", "5s", "٣", "²"])
def test_other_notations_are_refused(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        integer.parse(text)
    assert caught.value.reason == "not a whole number in decimal digits"


@pytest.mark.parametrize("text", ["9223372036854775808", "-9223372036854775809", "1" * 30, pytest.param("9" * 6000, id="nines")])
def test_more_than_64_bits_are_refused(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        integer.parse(text)
    assert caught.value.reason == "the number does not fit into 64 bits"


@given(INT64)
def test_to_env_is_read_back(value: int) -> None:
    assert integer.parse(integer.to_env(value)) == value


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, pytest.param(10**6000, id="huge")])
def test_a_number_beyond_64_bits_is_not_written(value: int) -> None:
    with pytest.raises(ValueParseError, match="64 bits"):
        integer.to_env(value)
