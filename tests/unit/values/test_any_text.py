"""What holds for every value type, whatever the text."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import boolean, csv_list, duration, enum, host_port, integer, regexp, struct_text, url
from codercfg.values.error import ValueParseError

if TYPE_CHECKING:
    from collections.abc import Callable

PARSERS: dict[str, Callable[[str], Any]] = {
    "boolean": boolean.parse,
    "csv_list": csv_list.parse,
    "duration": duration.parse,
    "duration before 2.29": partial(duration.parse, days=False),
    "enum": partial(enum.parse, choices=("lax", "none")),
    "host_port": host_port.parse,
    "integer": integer.parse,
    "regexp": regexp.parse,
    "url": url.parse,
    "url with strict port": partial(url.parse, strict_port=True),
    "string map": struct_text.parse_string_map,
    "string lists": struct_text.parse_string_lists,
    "uuid lists": struct_text.parse_uuid_lists,
    "links": struct_text.parse_links,
    "external auth": struct_text.parse_external_auth,
}
PRINTERS = {
    "csv_list": csv_list.to_env,
    "string map": struct_text.to_env,
    "string lists": struct_text.to_env,
    "links": struct_text.to_env,
    "external auth": struct_text.to_env,
}
# Surrogates and NUL included: a stack file can hold what an environment cannot.
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=())) | st.text(
    alphabet="0123456789.hmsdw-+:/[]%@?#{}\",'&*!|>\\()^$\r\n\t\x00\ud800"
)


@pytest.mark.parametrize("name", PARSERS)
@given(text=ANY_TEXT)
def test_any_text_is_read_or_refused_with_a_reason_and_help(name: str, text: str) -> None:
    try:
        value = PARSERS[name](text)
    except ValueParseError as error:
        assert str(error) == error.reason != ""  # noqa: PT017  (either outcome is fine)
        assert error.help != ""  # noqa: PT017  (as above)
    else:
        if name in PRINTERS:
            assert printed_is_read_back(name, value)


def printed_is_read_back(name: str, value: Any) -> bool:
    try:
        text = PRINTERS[name](value)
    except ValueParseError:
        return True  # not expressible, as the tests of the type say
    return bool(PARSERS[name](text) == value)


@pytest.mark.parametrize("name", PARSERS)
@given(noise=st.text(alphabet="{}[]()\"':,%\n?*\\/@", max_size=6))
def test_no_error_repeats_the_input(name: str, noise: str) -> None:
    for text in (f"canary{noise}", f"{noise}canary", f"!!int canary{noise}", f"https://u:canary{noise}@x y"):
        try:
            PARSERS[name](text)
        except ValueParseError as error:
            assert "canary" not in repr(error)  # noqa: PT017  (either outcome is fine)
            assert error.__suppress_context__ or error.__context__ is None  # noqa: PT017  (a traceback would show the cause)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "{",
        "(",
        '"',
        '""',
        ",",
        "\n",
        "0",
        "9",
        ".",
        "1h",
        "a: ",
        "- ",
        "%",
        "%25",
        "@",
        ":",
        "é",
        "\\",
        "[a,",
        "(?P<",
        "\\p{",
        "&a ",
        "\\/",
        "\ud800",
    ],
)
@pytest.mark.parametrize("name", PARSERS)
def test_long_texts_take_no_more_than_a_second(name: str, piece: str) -> None:
    start = time.process_time()
    try:
        PARSERS[name](piece * 30_000)
    except ValueParseError as error:
        assert error.reason != ""  # noqa: PT017  (either outcome is fine)
    assert time.process_time() - start < 1.0
