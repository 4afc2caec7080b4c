"""How much configuration a stack hands to Pulumi."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codercfg import check_stack
from codercfg.sources.stack.plain_length import plain_length
from codercfg.sources.stack.size import MOST_BYTES
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic

NOTE = "note"
CLUSTER = {"cluster": {"context": "prod", "clusterIdentifier": "prod-1"}}


def ciphertext(length: int) -> dict[str, str]:
    """As Pulumi writes it, for a plain text of so many bytes."""
    return {"secure": f"v1:{b64encode(bytes(12)).decode()}:{b64encode(bytes(length + 16)).decode()}"}


def text(pad: str, **more: Any) -> str:
    config = {"coder:release": "2.33.1", "coder:target": CLUSTER, "coder:kubernetes": {"annotations": {NOTE: pad}}, **more}
    return yaml.safe_dump({"config": config}, allow_unicode=True)


def found(stack: str, **arguments: Any) -> Diagnostic | None:
    return next((item for item in load_stack(stack, **arguments).report.diagnostics if item.code == "STK032"), None)


def bytes_of(stack: str) -> int:
    """From a finding about a stack that is made too large on purpose."""
    said = found(stack)
    assert said is not None
    return int(said.message.partition(" ")[0].replace(",", ""))


FULL = MOST_BYTES - (bytes_of(text("x" * MOST_BYTES)) - MOST_BYTES)
"""Letters that just fit."""


def test_the_last_byte_that_fits_is_fine_and_one_more_is_an_error() -> None:
    assert found(text("x" * FULL)) is None
    said = found(text("x" * (FULL + 1)))
    assert said is not None
    assert (said.severity, said.origin.line) == ("error", 1)
    assert said.message == "131,058 bytes of configuration are more than the 131,057 that Pulumi can hand to the program"


@pytest.mark.parametrize(
    ("char", "cost"), [("<", 7), (">", 7), ("&", 7), ('"', 4), ("\\", 4), ("\n", 3), ("é", 2), ("\u2028", 7), ("\U0001f511", 4), ("x", 1)]
)
def test_each_character_costs_what_two_json_encoders_of_go_make_of_it(char: str, cost: int) -> None:
    assert bytes_of(text("x" * FULL + char)) == MOST_BYTES + cost


def test_every_namespace_counts() -> None:
    assert bytes_of(text("x" * FULL, **{"aws:tags": {"a": [1, 2.0, True, None]}})) == MOST_BYTES + len(
        r',"aws:tags":"{\"a\":[1,2,true,null]}"'
    )
    assert bytes_of(text("x" * FULL, plain="a<b")) == MOST_BYTES + len(r',"coder:plain":"a\u003cb"')


def test_a_ciphertext_counts_as_long_as_its_plain_text() -> None:
    more = {"other:token": ciphertext(1000)}
    assert bytes_of(text("x" * FULL, **more)) == MOST_BYTES + len(',"other:token":""') + 1000


def test_where_escapes_in_a_secret_decide_it_is_a_warning() -> None:
    more = {"other:token": ciphertext(10_000)}
    said = found(text("x" * (FULL - 10_100), **more))
    assert said is not None
    assert said.severity == "warning"
    assert "may, with what stands in its secrets, be more than" in said.message
    assert found(text("x" * (FULL - 13_000), **more)) is None


def test_an_open_secret_counts_with_its_escapes() -> None:
    stack = text("x" * (FULL - 200), **{"coder:deployment": {"pg_connection_url": ciphertext(100)}})
    assert found(stack, secrets={"deployment.pg_connection_url": "x" * 100}) is None
    assert found(stack, secrets={"deployment.pg_connection_url": "<" * 100}) is not None


def test_files_can_be_written_without_pulumi() -> None:
    said = found(text("x" * (FULL + 100), **{"coder:target": {"files": {}}}))
    assert said is not None
    assert said.severity == "warning"
    assert said.help.endswith("`codercfg render` has no such limit")


def test_an_alias_stands_for_all_that_it_repeats() -> None:
    lines = "".join(f"  x:copy{number}: *text\n" for number in range(30))
    assert "STK032" in [item.code for item in check_stack(f"config:\n  x:text: &text {'x' * 5000}\n{lines}").diagnostics]


@given(st.binary(max_size=200))
def test_the_length_behind_a_ciphertext_is_exact(plain: bytes) -> None:
    assert plain_length(ciphertext(len(plain))["secure"]) == len(plain)


@pytest.mark.parametrize("other", ["", "v1:", "v1:x:y", "AAABAIn0c3V5", "v2:AAAAAAAAAAAAAAAA:AAAA", "v1:AAAAAAAAAAAAAAAA:"])
def test_another_form_says_nothing_about_its_length(other: str) -> None:
    assert plain_length(other) == 0
