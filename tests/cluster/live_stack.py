"""A stack that is live on the API server, and what a look at it says."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from codercfg.cluster.placed import diagnostics
from codercfg.cluster.process import Look
from codercfg.cluster.request import Request, without_values
from codercfg.kubernetes_objects.render import render_objects
from codercfg.stack_check import load_stack
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from cluster.control_plane import ControlPlane
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.sources.stack.stack import Stack

CANARY = "canary-71c3e0d9a4"
PULUMI = "pulumi-kubernetes"
STACK = """\
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {secretRef: {name: database, key: url}}
    oidc: {issuer_url: https://id.example.com, client_id: coder, client_secret: {secure: "v1:AAAA:BBBB"}}
  coder:kubernetes:
    namespace: look
    replicas: 2
  coder:target: {cluster: {context: test}}
"""
SECRETS = {"deployment.oidc.client_secret": CANARY}
NAMESPACE = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "look"}}


def secret(name: str, **data: str) -> dict[str, Any]:
    encoded = {key: b64encode(value.encode()).decode() for key, value in data.items()}
    return {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name, "namespace": "look"}, "data": encoded}


def loaded(text: str = STACK) -> Stack:
    found = load_stack(text, SECRETS)
    assert found.stack is not None, found.report.diagnostics
    return found.stack


def manifests(stack: Stack) -> list[dict[str, Any]]:
    made = render_objects(stack, "write", postgres_password=SecretText("made up"), fingerprint_key=bytes(32))
    assert made.ok, made.diagnostics
    return list(made.manifests)


def found(stack: Stack, plane: ControlPlane, **more: Any) -> list[Diagnostic]:
    request = Request(
        namespace="look",
        manifests=without_values(manifests(stack)),
        context=more.pop("context", "test"),
        kubeconfig=str(more.pop("kubeconfig", plane.kubeconfig)),
        **{"seconds": 20, **more},
    )
    return list(diagnostics(stack, Look(request, [CANARY]).answer()))


def said(items: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.message}" for item in items]
