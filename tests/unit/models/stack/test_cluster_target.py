"""`coder:target.cluster`: what it takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from codercfg import check_stack
from codercfg.models.stack.cluster_kinds import KINDS
from codercfg.stack_check import load_stack

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic

ROOT = Path(__file__).parents[4]


def text(**cluster: Any) -> str:
    return yaml.safe_dump({"config": {"coder:release": "2.33.1", "coder:target": {"cluster": {"context": "prod", **cluster}}}})


def line(found: Diagnostic, cluster: dict[str, Any]) -> str:
    """What stands from the place of a finding on, to the end of the line."""
    assert found.origin.line is not None
    assert found.origin.column is not None
    return text(**cluster).splitlines()[found.origin.line - 1][found.origin.column - 1 :]


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


NO_KIND = "no stack has objects of this kind"


@pytest.mark.parametrize(("key", "meant"), [("Deploymnt", "Deployment"), ("deployment", "Deployment"), ("StatefulSets", "StatefulSet")])
def test_a_misspelt_kind_of_a_timeout_is_asked_about_at_its_place(key: str, meant: str) -> None:
    (found,) = check_stack(text(timeouts={"Service": "10m", key: "10m"})).errors
    assert found.message == f"`target.cluster.timeouts`: {NO_KIND}"
    assert found.help == f"did you mean `{meant}`?"
    assert line(found, {"timeouts": {"Service": "10m", key: "10m"}}).startswith(key)


def test_a_misspelt_kind_of_an_import_is_asked_about_at_its_place() -> None:
    given = {"import": ["deployment/coder", "deploymnt/coder"]}
    (found,) = check_stack(text(**given)).errors
    assert found.message == f"`target.cluster.import`: {NO_KIND}"
    assert found.help == "did you mean `deployment`?"
    assert line(found, given) == "deploymnt/coder"


@pytest.mark.parametrize("given", [{"timeouts": {"Elephant": "10m"}}, {"import": ["elephant/coder"]}, {"import": ["HTTPRoute/coder"]}])
def test_a_kind_that_no_stack_has_is_answered_with_all_that_one_can_have(given: dict[str, Any]) -> None:
    (found,) = check_stack(text(**given)).errors
    assert NO_KIND in found.message
    assert found.help.casefold().startswith("the kinds are configmap, deployment, ")


def test_the_kinds_are_those_that_objects_are_checked_by() -> None:
    schema = json.loads((ROOT / "infra/codercfg/kubernetes_objects/data/schema.json").read_text())
    assert {name.rpartition("/")[2] for name in schema["kinds"]} == set(KINDS)


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
        ({"timeouts": {"deployment": "10m"}}, NO_KIND),
        ({"timeouts": "10m"}, "expected a map of durations, found text"),
        ({"timeouts": {"Deployment": "-5m"}}, "too short to wait for"),
        ({"import": "deployment/coder"}, "expected a list, found text"),
        ({"import": ["coder"]}, "an item names no object"),
        ({"import": ["deployment/a/b/c"]}, "an item names no object"),
        ({"replaces": "coder"}, "not what a finding asked for"),
        ({"protect": "some"}, "not one of the words"),
        ({"retain": True}, "expected one word, found true or false"),
        ({"retain": ["x"]}, "expected one word, found a list"),
    ],
)
def test_anything_else_is_a_finding_at_its_place(given: dict[str, Any], message: str) -> None:
    report = check_stack(text(**given))
    (found,) = [item for item in report.diagnostics if item.severity == "error"]
    assert message in found.message
    assert found.path.startswith(f"target.cluster.{next(iter(given))}")
    assert found.origin.line is not None


@pytest.mark.parametrize("given", ["x", ["data"], True, 7, {"data": True}])
def test_what_is_none_of_the_words_is_answered_with_the_words(given: Any) -> None:
    (found,) = check_stack(text(retain=given)).errors
    assert found.help == "write one of: none, data, all"
