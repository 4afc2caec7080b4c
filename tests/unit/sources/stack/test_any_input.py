"""Whatever stands in a stack file: a report comes back, in bounded time, and never a traceback."""

from __future__ import annotations

import json
import time
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codercfg.catalog.catalog import leaf_by_flag
from codercfg.sources.stack.text import MOST_BYTES
from codercfg.stack_check import check_stack

if TYPE_CHECKING:
    from pathlib import Path

WITHIN_SECONDS = 15.0  # generous: two cores are shared by other work
HEAD = 'config:\n  coder:release: "2.33.1"\n'
PATHS = sorted({leaf.path for leaf in leaf_by_flag().values()})
VARIABLES = sorted({leaf.opt.env for leaf in leaf_by_flag().values() if leaf.opt.env})
REFERENCES = st.sampled_from(
    [
        {"secure": "v1:a:b"},
        {"secretRef": {"name": "a", "key": "b"}},
        {"secure": 1},
        {"secretRef": None},
        {"sealed": {"name": "a", "key": "b"}},
        {"externalSecret": {"store": 1, "key": 2}},
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | REFERENCES
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=6
)
SECTIONS = st.sampled_from(
    ["coder:deployment", "coder:env", "coder:kubernetes", "coder:target", "coder:release", "env", "aws:region", "coder:x"]
)


def nested(path: str, value: Any) -> dict[str, Any]:
    head, _dot, rest = path.partition(".")
    return {head: nested(rest, value) if rest else value}


def checked(text: str) -> list[str]:
    report = check_stack(text)
    assert all(finding.help and finding.message for finding in report.diagnostics)
    return [finding.code for finding in report.diagnostics]


@given(st.text())
def test_any_text(text: str) -> None:
    assert isinstance(checked(text + "\n"), list)


@given(data=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.any.yaml"
    file.write_bytes(data)

    assert not check_stack(file).ok


@given(st.dictionaries(SECTIONS, VALUES, max_size=4))
def test_any_values_in_any_section(config: dict[str, Any]) -> None:
    assert isinstance(checked(json.dumps({"config": config})), list)


@given(st.sampled_from(PATHS), VALUES)
def test_any_value_for_any_option(path: str, value: Any) -> None:
    config = {"coder:release": "2.34.0", "coder:deployment": nested(path, value)}

    assert isinstance(checked(json.dumps({"config": config})), list)


@given(st.sampled_from(VARIABLES) | st.text(max_size=30), VALUES)
def test_any_value_for_any_variable(name: str, value: Any) -> None:
    assert isinstance(checked(json.dumps({"config": {"coder:release": "2.31.9", "coder:env": {name: value}}})), list)


@given(st.sampled_from(["ai.bridge.providers", "external_auth"]), st.lists(VALUES, max_size=3))
def test_any_items_of_a_list(path: str, items: list[Any]) -> None:
    config = {"coder:release": "2.33.1", "coder:deployment": nested(path, items)}

    assert isinstance(checked(json.dumps({"config": config})), list)


def test_a_file_of_20_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "Pulumi.large.yaml"
    file.write_bytes(b"config: {a: b}\n" + b"# filler filler filler filler filler\n" * (20 * 1024 * 1024 // 37))
    tracemalloc.start()
    report = check_stack(file)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [finding.code for finding in report.diagnostics] == ["STK002"]
    assert peak < 3 * MOST_BYTES


@pytest.mark.parametrize("key", ["{secretRef: {name: keys, key: k}}", "sk-made-up"])
def test_ten_thousand_providers_take_linear_time(key: str) -> None:
    wrong = key == "sk-made-up"
    item = "          - {type: anthropic, name: p%d, key: " + key + "}\n"
    head = HEAD + "  coder:deployment:\n    ai:\n      bridge:\n        providers:\n"
    started = time.process_time()
    report = check_stack(head + "".join(item % number for number in range(10_000)))

    assert time.process_time() - started < WITHIN_SECONDS
    codes = [finding.code for finding in report.diagnostics]
    assert ("STK034" in codes) is wrong
    assert len(codes) < 250
    assert "STK032" in codes


def test_ten_thousand_unknown_keys_take_linear_time() -> None:
    started = time.process_time()
    codes = checked(HEAD + "  coder:deployment:\n" + "".join(f"    acces_url_{number}: x\n" for number in range(10_000)))

    assert time.process_time() - started < WITHIN_SECONDS
    assert set(codes) == {"STK024", "STK034", "STK032"}
