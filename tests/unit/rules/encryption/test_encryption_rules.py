"""Encryption keys."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unit.rules.reports import codes, findings

A = "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="
B = "MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzM="


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (f"{A},{B}", []),
        (f"{A}\n", []),
        ("", []),
        (f"{A},{A}", ["ENC002"]),
        (f"{A},", ["ENC001"]),
        (f" {A}", ["ENC001"]),
        (A.rstrip("="), ["ENC001"]),
        ("MTExMTExMTExMTExMTExMQ==", ["ENC001"]),
        ("-__7__v_-__7__v_-__7__v_-__7__v_-__7__v_-_8=", ["ENC001"]),
        ("00000000000000000000000000000000", ["ENC001"]),
        ("changeme", ["ENC001"]),
    ],
)
def test_keys_are_32_bytes_in_standard_base64(keys: str, expected: list[str]) -> None:
    assert codes("ENC", "2.33", {"EXTERNAL_TOKEN_ENCRYPTION_KEYS": keys}) == expected


@given(st.binary(min_size=0, max_size=40))
def test_a_key_passes_exactly_when_it_has_32_bytes(data: bytes) -> None:
    found = codes("ENC", "2.33", {"EXTERNAL_TOKEN_ENCRYPTION_KEYS": b64encode(data).decode()})
    assert found == ([] if len(data) in {0, 32} else ["ENC001"])


def test_no_message_holds_a_key() -> None:
    found = findings("ENC", "2.33", {"EXTERNAL_TOKEN_ENCRYPTION_KEYS": "canary-4711-canary"})
    assert [item.message for item in found] == ["item 1 of `CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS` is not 32 bytes in base64"]
    assert "canary" not in repr(found)
