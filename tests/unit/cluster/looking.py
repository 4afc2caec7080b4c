"""Looks at recorded answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.cluster.look import look
from codercfg.cluster.placed import diagnostics
from codercfg.cluster.request import Request, without_values
from codercfg.kubernetes_objects.render import render_objects
from codercfg.stack_check import load_stack
from recorded_api import RecordedApi

if TYPE_CHECKING:
    from codercfg.cluster.found import Answer
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.sources.stack.stack import Stack

STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {secretRef: {name: database, key: url}}
    external_auth: [{type: github, client_id: a, client_secret: {secretRef: {name: git, key: secret}}}]
  coder:kubernetes:
    envFrom: [{configMapRef: {name: plain, optional: true}}, {secretRef: {name: hidden, optional: true}, prefix: CODER_}]
  coder:target: {cluster: {context: test}}
"""


def loaded(text: str = STACK) -> Stack:
    found = load_stack(text)
    assert found.stack is not None, found.report.diagnostics
    return found.stack


def manifests(stack: Stack) -> list[dict[str, Any]]:
    made = render_objects(stack, "tokens")
    assert made.ok, made.diagnostics
    return list(without_values(made.manifests))


def of_pulumi(manifest: dict[str, Any]) -> dict[str, Any]:
    """An object as Pulumi made it."""
    fields = {"manager": "pulumi-kubernetes", "operation": "Update", "fieldsV1": {"f:metadata": {}}}
    return {**manifest, "metadata": {**manifest["metadata"], "managedFields": [fields]}}


def held(kind: str, name: str, **data: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": kind, "metadata": {"name": name, "namespace": "coder"}, "data": data}


def cluster(stack: Stack, *more: dict[str, Any]) -> RecordedApi:
    """A cluster in which everything of the stack is live, and what it refers to."""
    api = RecordedApi()
    api.add(
        [*map(of_pulumi, manifests(stack)), held("Secret", "database", url="eA=="), held("Secret", "git", secret="eA=="), *more], "coder"
    )
    return api


def answer(api: RecordedApi, stack: Stack, **more: Any) -> Answer:
    return look(api, Request("coder", tuple(more.pop("manifests", manifests(stack))), **more))


def found(api: RecordedApi, stack: Stack, **more: Any) -> list[Diagnostic]:
    return list(diagnostics(stack, answer(api, stack, **more)))


def said(items: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.message}" for item in items]
