from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values import host_port
from codercfg.values.error import ValueParseError
from codercfg.values.host_port import HostPort


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        (":8080", "", "8080"),
        ("127.0.0.1:8080", "127.0.0.1", "8080"),
        ("0.0.0.0:99999", "0.0.0.0", "99999"),  # noqa: S104  (an address to read, not to listen on)
        ("localhost:http", "localhost", "http"),
        ("host:", "host", ""),
        ("host:abc", "host", "abc"),
        (" :80", " ", "80"),
        ("[::1]:9000", "::1", "9000"),
        ("[fe80::1%en0]:1", "fe80::1%en0", "1"),
    ],
)
def test_host_and_port_are_split_at_the_last_colon(text: str, host: str, port: str) -> None:
    value = host_port.parse(text)
    assert value == HostPort(host, port)
    assert host_port.to_env(value) == text
    assert value.wire() == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has no port"),
        ("8080", "has no port"),
        ("localhost", "has no port"),
        ("::", "too many colons"),
        ("::1:80", "too many colons"),
        ("a:b:c", "too many colons"),
        ("[::1", "opening bracket only"),
        ("[::1]", "closing bracket is not followed by one colon"),
        ("[::1]9000", "closing bracket is not followed by one colon"),
        ("[::1]:80:90", "closing bracket is not followed by one colon"),
        ("a[b]:80", "bracket in the wrong place"),
        ("[[::1]:80", "bracket in the wrong place"),
        ("[::1]:8]0", "bracket in the wrong place"),
    ],
)
def test_what_go_refuses_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueParseError) as caught:
        host_port.parse(text)
    assert reason in caught.value.reason


def test_a_lone_colon_is_empty_on_the_wire_but_stays_readable() -> None:
    value = host_port.parse(":")
    assert value.wire() == ""
    assert host_port.to_env(value) == ":"


PART = st.text().filter(lambda text: not set("[]") & set(text))


@given(PART, PART.filter(lambda text: ":" not in text))
def test_to_env_is_read_back(host: str, port: str) -> None:
    value = HostPort(host, port)
    assert host_port.parse(host_port.to_env(value)) == value
