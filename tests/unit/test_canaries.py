"""The search for leaked secrets finds them."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote

import pytest

from canaries import leaks

SECRET = "sCiM>kanarie?5Rr/tt"


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
@pytest.mark.parametrize("after", ["", "z", "zz"])
def test_a_secret_inside_a_longer_text_is_found_in_every_form(before: str, after: str) -> None:
    text = before + SECRET + after
    encoded = {
        "plain": text,
        "percent": quote(text, safe=""),
        "base64": b64encode(text.encode()).decode(),
        "urlsafe": urlsafe_b64encode(text.encode()).decode(),
        "cut": text[len(before) + 3 : len(before) + 11],
    }
    assert leaks([SECRET], encoded) == list(encoded)


def test_other_texts_are_not() -> None:
    assert leaks([SECRET], {"other": "sCiM kanar", "base64": b64encode(b"sCiM kanar 5Rr tt").decode(), "empty": ""}) == []
