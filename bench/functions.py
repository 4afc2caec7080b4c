"""Rows that call functions in this process: the warm costs."""

from __future__ import annotations

import gc
import json
from typing import TYPE_CHECKING, Any

import yaml

import fixtures
from codercfg.kubernetes_objects.manifest_text import file_text
from codercfg.kubernetes_objects.render import render_objects
from codercfg.models.root import DeploymentValues
from codercfg.releases.release import Release
from codercfg.sources.environ import variables_of
from codercfg.sources.server import read_server_inputs
from codercfg.sources.stack_file import read_stack_file
from codercfg.stack_check import check_stack, load_stack
from documents import full_document, full_environ
from launch import BenchError
from warm import microseconds

if TYPE_CHECKING:
    from codercfg.sources.stack.stack import Stack


def documents() -> dict[str, float]:
    """B8 and B12."""
    release = Release.parse(fixtures.RELEASE)
    document, environ = full_document(release), full_environ(release)
    text = json.dumps(document)
    gc.freeze()  # what the benchmark itself has loaded is no part of any function's cost
    cost = microseconds(
        {
            "json": lambda: json.loads(text),
            "validate": lambda: DeploymentValues.model_validate(document),
            "read": lambda: read_server_inputs(variables_of(environ), release),
        }
    )
    return {"B8": cost["validate"] / cost["json"], "B12": cost["read"] / cost["validate"]}


def stacks() -> dict[str, float]:
    """B9 with and without rules, B19 and B20."""
    text, wrong, few, many = fixtures.stack(), fixtures.failing_stack(), fixtures.stack(providers=1), fixtures.stack(providers=1000)
    _expect(ok=check_stack(text).ok and check_stack(many).ok and not check_stack(wrong).ok)
    gc.freeze()
    cost = microseconds(
        {
            "parse": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            "read": lambda: read_stack_file(text),
            "check": lambda: check_stack(text),
            "wrong": lambda: check_stack(wrong),
            "few": lambda: check_stack(few),
            "many": lambda: check_stack(many),
        }
    )
    return {
        "B9": cost["read"] / cost["parse"],
        "B9r": cost["check"] / cost["parse"],
        "B19": cost["many"] / cost["few"],
        "B20": cost["wrong"] / cost["check"],
    }


def objects() -> dict[str, float]:
    """B10 and B11."""
    text = fixtures.stack()
    stack = _stack(text)
    manifests = render_objects(stack).manifests
    cost = microseconds(
        {
            "check": lambda: load_stack(text),
            "render": lambda: render_objects(stack),
            "print": lambda: [file_text("#", manifest) for manifest in manifests],
            "yaml": lambda: yaml.dump_all(manifests, Dumper=yaml.CSafeDumper),
        }
    )
    return {"B10": cost["render"] / cost["check"], "B11": cost["print"] / cost["yaml"]}


def _stack(text: str) -> Stack:
    stack = load_stack(text).stack
    if stack is None:
        raise BenchError("the stack to measure with has errors: see `codercfg check`")
    return stack


def _expect(**facts: Any) -> None:  # noqa: ANN401  (truth values)
    if not all(facts.values()):
        raise BenchError("the stacks to measure with are not as right, or as wrong, as they should be")
