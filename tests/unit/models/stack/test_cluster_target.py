"""`coder:target.cluster`: what it takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from codercfg import check_stack
from codercfg.models.stack.cluster_kinds import KINDS
from codercfg.stack_check import load_stack

ROOT = Path(__file__).parents[4]


def text(**cluster: Any) -> str:
    return yaml.safe_dump({"config": {"coder:release": "2.33.1", "coder:target": {"cluster": {"context": "prod", **cluster}}}})


def test_defaults_protect_data_and_wait_as_long_as_the_plugin() -> None:
    stack = load_stack(text()).stack
    assert stack is not None
    target = stack.target.cluster
    assert (target.protect, target.retain, target.timeout, target.timeouts, target.imports) == ("data", "none", None, None, None)


def test_durations_and_objects_stay_as_written() -> None:
    given = {"timeout": "90s", "timeouts": {"Deployment": "1h30m"}, "import": ["deployment/coder", "Role/other/coder:x"]}
    stack = load_stack(text(**given, replaces="coder/coder/coder@arn:aws:eks:eu/prod")).stack
    assert stack is not None
    target = stack.target.cluster
    assert (target.timeout, target.timeouts, target.imports) == ("90s", {"Deployment": "1h30m"}, ("deployment/coder", "Role/other/coder:x"))
    assert target.replaces == "coder/coder/coder@arn:aws:eks:eu/prod"


@pytest.mark.parametrize(("key", "meant"), [("Deploymnt", "Deployment"), ("deployment", "Deployment"), ("StatefulSets", "StatefulSet")])
def test_a_misspelt_kind_is_asked_about(key: str, meant: str) -> None:
    (found,) = check_stack(text(timeouts={key: "10m"})).errors
    assert found.help.startswith(f"did you mean `{meant}`")


def test_a_kind_of_a_template_of_ones_own_is_taken() -> None:
    assert check_stack(text(timeouts={"HTTPRoute": "10m"})).ok


def test_every_kind_of_the_bundled_templates_is_known() -> None:
    templates = (ROOT / "templates").glob("*.yaml.j2")
    assert {found[1] for path in templates for found in re.finditer(r"^kind: (\w+)", path.read_text(), re.MULTILINE)} == set(KINDS)


@pytest.mark.parametrize("given", [{"timeout": "1d"}, {"timeout": "10"}, {"timeout": "10min"}, {"timeouts": {"Deployment": "1w"}}])
def test_the_form_of_a_timeout_is_told_without_a_word_about_the_options_of_coder(given: dict[str, Any]) -> None:
    (found,) = check_stack(text(**given)).errors
    assert found.message == f"`target.cluster.{next(iter(given))}`: not a time that Pulumi can wait: numbers, each with the unit h, m or s"
    assert found.help == "write such as 90s, 20m or 1h30m; a day is 24h"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"timeout": "10"}, "unit"),
        ({"timeout": "500ms"}, "too short to wait for"),
        ({"timeout": "1d"}, "unit"),
        ({"timeouts": {"deployment": "10m"}}, "a key is no kind of object"),
        ({"timeouts": "10m"}, "expected a map of durations, found text"),
        ({"timeouts": {"Deployment": "-5m"}}, "too short to wait for"),
        ({"import": "deployment/coder"}, "expected a list, found text"),
        ({"import": ["coder"]}, "an item names no object"),
        ({"import": ["deployment/a/b/c"]}, "an item names no object"),
        ({"replaces": "coder"}, "not what a finding asked for"),
        ({"protect": "some"}, "not one of the words"),
        ({"retain": True}, "text"),
    ],
)
def test_anything_else_is_a_finding_at_its_place(given: dict[str, Any], message: str) -> None:
    report = check_stack(text(**given))
    (found,) = [item for item in report.diagnostics if item.severity == "error"]
    assert message in found.message
    assert found.path.startswith(f"target.cluster.{next(iter(given))}")
    assert found.origin.line is not None
