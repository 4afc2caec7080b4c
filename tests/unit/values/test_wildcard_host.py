from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values.error import ValueParseError
from codercfg.values.wildcard_host import check


@pytest.mark.parametrize(
    "text",
    ["", "*.apps.example.com", "*--prod.example.com", "*.EX.com", "*.example", "*.example.com:8443", "*.example.com:", "*a.b"],
)
def test_patterns_that_the_server_compiles(text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("*", "no dot"),
        ("*-.example.com", "no host name can have"),
        ("*.a_b.com", "no host name can have"),
        ("*.example.com/", "no host name can have"),
        ("*..example.com", "no host name can have"),
        ("*.example.com.", "begins or ends with a dot"),
        (".*.example.com", "begins or ends with a dot"),
        ("apps.example.com", "exactly one star"),
        ("*.*.example.com", "exactly one star"),
        ("a*.example.com", "exactly one star"),
        ("https://*.example.com", "a scheme"),
        (" *.example.com", "exactly one star"),
    ],
)
def test_patterns_that_the_server_refuses(text: str, reason: str) -> None:
    with pytest.raises(ValueParseError, match=reason):
        check(text)


@given(st.text(max_size=50))
def test_no_text_raises_anything_else(text: str) -> None:
    with suppress(ValueParseError):
        check(text)
