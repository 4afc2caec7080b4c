from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import duration
from codercfg.values.duration import Duration
from codercfg.values.error import ValueParseError

SECOND = 10**9
HOUR = 3600 * SECOND
DAY = 24 * HOUR
INT64 = st.integers(min_value=-(2**63), max_value=2**63 - 1)


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [
        ("0", 0),
        ("-0", 0),
        ("+0", 0),
        ("0d", 0),
        ("1ns", 1),
        ("5us", 5_000),
        ("5\u00b5s", 5_000),
        ("5\u03bcs", 5_000),
        ("1500ms", 1_500_000_000),
        ("90m", 90 * 60 * SECOND),
        ("+15m", 900 * SECOND),
        ("-5m", -300 * SECOND),
        (".5h", HOUR // 2),
        ("1.h", HOUR),
        ("1m1h", HOUR + 60 * SECOND),
        ("2h1h", 3 * HOUR),
        ("30d", 30 * DAY),
        ("1w2d", 9 * DAY),
        ("1.5d", 36 * HOUR),
        ("60d0h", 60 * DAY),
        ("100000d", 100_000 * DAY),
        ("2562047h47m16.854775807s", 2**63 - 1),
        ("-2562047h47m16.854775808s", -(2**63)),
        ("-9223372036854775808ns", -(2**63)),
        pytest.param("0" * 6000 + "1s", SECOND, id="zeros"),
        pytest.param("0." + "1" * 6000 + "s", 111_111_111, id="decimals"),
        pytest.param("." + "0" * 400 + "1h", 0, id="tiny"),
    ],
)
def test_go_durations_are_read(text: str, nanoseconds: int) -> None:
    value = duration.parse(text)
    assert value.nanoseconds == nanoseconds
    assert duration.to_env(value) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "a duration needs a number and a unit"),
        ("-", "a duration needs a number and a unit"),
        ("30", "the number has no unit"),
        ("00", "the number has no unit"),
        ("1h1", "the number has no unit"),
        ("1:30", "unknown unit"),
        ("1D", "unknown unit"),
        ("5M", "unknown unit"),
        ("1y", "unknown unit"),
        ("1mo", "unknown unit"),
        ("1h 30m", "unknown unit"),
        ("30 days", "unknown unit"),
        ("1d-2h", "unknown unit"),
        ("1e3s", "unknown unit"),
        ("1,5h", "unknown unit"),
        ("5m ", "unknown unit"),
        ("1.h.", "each part is a number followed by a unit"),
        (".s", "each part is a number followed by a unit"),
        (" 5m", "each part is a number followed by a unit"),
        ("--5m", "each part is a number followed by a unit"),
        ("P1D", "each part is a number followed by a unit"),
        ("٣s", "each part is a number followed by a unit"),
        ("200000d", "exceeds 64 bits"),
        ("2562048h", "exceeds 64 bits"),
        ("9223372036854775808ns", "exceeds 64 bits"),
        pytest.param("9" * 6000 + "s", "exceeds 64 bits", id="nines"),
        ("100000d100000d", "exceeds 64 bits"),
    ],
)
def test_what_go_refuses_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        duration.parse(text)
    assert reason in caught.value.reason


@pytest.mark.parametrize("text", ["30d", "1w2d", "1h.5d"])
def test_days_and_weeks_are_unknown_before_2_29(text: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        duration.parse(text, days=False)
    assert caught.value.reason == "Coder before 2.29 does not know the units d and w"
    assert caught.value.help == "write hours, such as 720h for 30 days"


def test_other_units_do_not_depend_on_the_release() -> None:
    assert duration.parse("720h", days=False) == duration.parse("30d")


@pytest.mark.parametrize(
    ("nanoseconds", "text"),
    [
        (0, "0s"),
        (1, "1ns"),
        (1_100, "1.1µs"),
        (2_200_000, "2.2ms"),
        (3_300_000_000, "3.3s"),
        (4 * 60 * SECOND + 5 * SECOND + 1_000_000, "4m5.001s"),
        (HOUR, "1h0m0s"),
        (30 * DAY, "720h0m0s"),
        (-90 * SECOND, "-1m30s"),
        (2**63 - 1, "2562047h47m16.854775807s"),
        (-(2**63), "-2562047h47m16.854775808s"),
    ],
)
def test_go_text_is_how_go_prints_it(nanoseconds: int, text: str) -> None:
    assert Duration(nanoseconds, "").go_text() == text


@given(INT64)
def test_the_text_go_prints_is_read_back(nanoseconds: int) -> None:
    value = duration.from_nanoseconds(nanoseconds)
    assert duration.parse(duration.to_env(value), days=False).nanoseconds == nanoseconds


def test_a_length_beyond_64_bits_is_not_made() -> None:
    with pytest.raises(ValueParseError, match="exceeds 64 bits"):
        duration.from_nanoseconds(2**63)


def test_equally_long_durations_are_equal_and_keep_their_texts() -> None:
    days, hours = duration.parse("1d"), duration.parse("24h")
    assert days == hours
    assert hash(days) == hash(hours)
    assert (days.text, hours.text) == ("1d", "24h")


@given(st.from_regex(r"[-+]?(([0-9]{1,6}(\.[0-9]{0,25})?|\.[0-9]{1,25})(ns|us|ms|s|m|h)){1,6}", fullmatch=True))
def test_the_wire_value_lies_within_64_bits_and_the_text_is_kept(text: str) -> None:
    value = duration.parse(text)
    assert -(2**63) <= value.nanoseconds < 2**63
    assert duration.parse(duration.to_env(value)) == value
    assert value.text == text
