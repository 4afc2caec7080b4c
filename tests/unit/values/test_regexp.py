from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import regexp
from codercfg.values.error import ValueParseError


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".*",
        "^(eng|ops)-.*$",
        "a{2,5}",
        r"\p{Greek}",
        r"\pl[\p{^Lu}]\P{upper case_letter}",
        r"\p{Letter}\p{Cn}\p{any}",
        "(?P<name>x)",
        "(?<name>x)",
        "(?i:x)(?s-m:y)",
        r"[[:alpha:]\]\-]",
        r"[](?P<é>]",
        r"\Q(?P<é>\C\E",
        r"\Qunclosed(",
        r"\(?P<é>",
        r"\x{10FFFF}\07",
        r"\pL{1000}",
        pytest.param("(" * 999 + "a" + ")" * 999, id="nested"),
    ],
)
def test_patterns_that_go_compiles_are_kept_as_written(text: str) -> None:
    assert regexp.parse(text) == text
    assert regexp.to_env(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("(", "a group of the pattern is not closed"),
        ("a)", "closes a group that it does not open"),
        ("[a", "a character class of the pattern is not closed"),
        ("*a", "the pattern repeats nothing"),
        ("a**", "two repetitions in a row"),
        ("a{1001}", "repeats more than 1000 times"),
        ("((a{100}){100}){100}", "repeats more than 1000 times"),
        ("(?=x)", "such as look-around"),
        ("(?!x)", "such as look-around"),
        ("(?<=x)y", "has a name with other characters"),
        ("(?#c)", "such as look-around"),
        (r"\8", "an escape that RE2 does not know"),
        (r"\Z", "an escape that RE2 does not know"),
        ("a\\", "ends with a backslash"),
        ("[z-a]", "a range in the wrong order"),
        (r"\C", "does not know the escape"),
        (r"\p{Klingon}", "Unicode class that Go does not know"),
        (r"\p{Old_Persian}", "Unicode class that Go does not know"),
        (r"\p{Greek", "Unicode class that Go does not know"),
        (r"[\p{}]", "Unicode class that Go does not know"),
        ("(?P<é>x)", "has a name with other characters"),
        ("(?P<>x)", "has a name with other characters"),
        ("(?P<n", "has a name with other characters"),
        pytest.param("(" * 1000 + "a" + ")" * 1000, "nested too deeply", id="nested"),
        ("\ud800", "not valid UTF-8"),
    ],
)
def test_what_go_refuses_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        regexp.parse(text)
    assert reason in caught.value.reason


def test_nothing_is_printed_and_the_pattern_is_not_repeated(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueParseError) as caught:
        regexp.parse("canary(?=x)")
    printed = capfd.readouterr()
    assert printed.out + printed.err == ""
    assert "canary" not in repr(caught.value)
    assert caught.value.__suppress_context__


@given(st.from_regex(regexp._PLAIN, fullmatch=True))
def test_what_needs_no_compiler_would_compile(text: str) -> None:
    assert re2.compile(text).pattern == text
    assert regexp.parse(text) == text


@given(st.text(alphabet="ab\\pC{}()[]<>?P^|*.é", max_size=12))
def test_what_is_read_is_written_back(text: str) -> None:
    try:
        value = regexp.parse(text)
    except ValueParseError as error:
        assert error.help.startswith("write an RE2 pattern")  # noqa: PT017  (most texts are no patterns)
    else:
        assert regexp.parse(regexp.to_env(value)) == text
