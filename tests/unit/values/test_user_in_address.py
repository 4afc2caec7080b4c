from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codercfg.values.secret import MASK
from codercfg.values.user_in_address import has_user, without_user


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://user:hunter2@host/path", f"https://{MASK}@host/path"),
        ("https://token@host", f"https://{MASK}@host"),
        ("ht!tps://u:p@host.exa[mple", f"ht!tps://{MASK}@host.exa[mple"),
        ("a=//u:p@x b=//v:q@y", f"a=//{MASK}@x b=//{MASK}@y"),
        ("https://user:hunter/2@host", f"https://{MASK}@host"),
        ("coder@example.com", "coder@example.com"),
        ("https://host", "https://host"),
    ],
)
def test_a_user_in_an_address_is_masked_and_nothing_else(text: str, expected: str) -> None:
    assert without_user(text) == expected
    assert has_user(text) == (text != expected)


@given(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1))
def test_no_part_of_a_password_survives(password: str) -> None:
    assert without_user(f"postgres://coder:{password}@db/coder") == f"postgres://{MASK}@db/coder"
