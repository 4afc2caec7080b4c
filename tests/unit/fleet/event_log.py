"""Event logs as the engine writes them, from the objects of a stack before and after."""

from __future__ import annotations

import json
from typing import Any

FILE_TYPE = "pulumi-python:dynamic/codercfg:ManifestFile"


def deployment(env: list[dict[str, Any]], replicas: int = 1) -> dict[str, Any]:
    pod = {"containers": [{"name": "coder", "image": "coder:v2.33.1", "env": env}]}
    spec = {"replicas": replicas, "template": {"metadata": {"labels": {"app": "coder"}}, "spec": pod}}
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "coder", "namespace": "coder"}, "spec": spec}


def service(type_: str = "ClusterIP") -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "coder", "namespace": "coder"}, "spec": {"type": type_}}


def secret(*keys: str) -> dict[str, Any]:
    meta = {"name": "coder", "namespace": "coder"}
    return {"apiVersion": "v1", "kind": "Secret", "metadata": meta, "data": dict.fromkeys(keys, "[secret]")}


def as_file(manifest: dict[str, Any], path: str = "out/x.yaml", **more: Any) -> dict[str, Any]:
    """The inputs of the file of an object."""
    return {"__provider": "gASV", "header": "# Generated", "path": path, "manifest": manifest, **more}


def step(
    operation: str,
    old: dict[str, Any] | None,
    new: dict[str, Any] | None,
    type_: str = FILE_TYPE,
    paths: dict[str, str] | None = None,
    name: str = "",
) -> dict[str, Any]:
    shown = new or old or {}
    manifest = shown.get("manifest", shown)
    urn = f"urn:pulumi:dev::coder::{type_}::{name or manifest['kind'].lower() + '-coder'}"
    states = {"old": _state(old), "new": _state(new)}
    differs = {path: {"diffKind": kind} for path, kind in (paths or {}).items()}
    metadata = {"op": operation, "urn": urn, "type": type_, **states, "detailedDiff": differs}
    return {"resourcePreEvent": {"metadata": metadata, "planning": True}}


def error(message: str) -> dict[str, Any]:
    return {"diagnosticEvent": {"severity": "error", "message": message}}


def log(*events: dict[str, Any], finished: bool = True) -> str:
    """The text of a log: the component and the stack around the objects, and the summary."""
    stack = step("same", {"kind": "Stack"}, {"kind": "Stack"}, "pulumi:pulumi:Stack")
    for state in ("old", "new"):
        stack["resourcePreEvent"]["metadata"][state]["custom"] = False
    provider = step("update", {"kind": "Provider", "coder:deployment": "a"}, {"kind": "Provider"}, "pulumi:providers:pulumi-python")
    every = [{"preludeEvent": {"config": {}}}, stack, provider, *events, *([{"summaryEvent": {"result": "succeeded"}}] if finished else [])]
    return "".join(json.dumps({"sequence": number, "timestamp": 0, **event}) + "\n" for number, event in enumerate(every))


def _state(inputs: dict[str, Any] | None) -> dict[str, Any] | None:
    return {"custom": True, "inputs": inputs, "outputs": inputs} if inputs is not None else None
