"""Stacks of the object cases, rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from codercfg.kubernetes_objects.manifest_text import file_name, file_text
from codercfg.kubernetes_objects.render import Objects, render_objects
from codercfg.sources.stack.stack import Stack
from codercfg.sources.stack_file import read_stack_file
from codercfg.values.secret import SecretText

CASES = Path(__file__).parents[2] / "cases" / "objects"
NAMES = sorted(path.parent.name for path in CASES.glob("*/stack.yaml"))
PROJECT = CASES / "authorities"  # the one case with files of its own
PASSWORD = SecretText("made-for-the-test/+")
KEY = bytes(range(32))
BASE = """
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
    pg_connection_url: {secretRef: {name: database, key: url}}
"""


def stack_of(text: str, secrets: dict[str, str] | None = None) -> Stack:
    """What was read, also where checking it found errors: these tests are about the objects' own findings."""
    read = read_stack_file(text, secrets)
    assert read.release is not None, [item.message for item in read.diagnostics]
    assert read.configuration is not None
    assert read.kubernetes is not None
    assert read.target is not None
    assert read.written is not None
    return Stack(read.name, read.file, read.release, read.configuration, read.kubernetes, read.target, read.written)


def case(name: str, secrets: dict[str, str] | None = None) -> Stack:
    return stack_of((CASES / name / "stack.yaml").read_text(encoding="utf-8"), secrets)


def with_kubernetes(settings: str, base: str = BASE) -> Stack:
    """The smallest stack with `settings` (YAML in flow style) as its `coder:kubernetes`."""
    return stack_of(f"{base.rstrip()}\n  coder:kubernetes: {settings}\n")


def rendered(stack: Stack, secrets: Literal["omit", "write", "tokens"] = "omit", **more: Any) -> Objects:
    return render_objects(stack, secrets, postgres_password=PASSWORD, fingerprint_key=KEY, **{"root": PROJECT, **more})


def found(objects: Objects, kind: str, name: str = "coder") -> dict[str, Any]:
    """The one object of a kind and name."""
    (manifest,) = [item for item in objects.manifests if item["kind"] == kind and item["metadata"]["name"] == name]
    return manifest


def container(objects: Objects, name: str = "coder") -> dict[str, Any]:
    first: dict[str, Any] = found(objects, "Deployment", name)["spec"]["template"]["spec"]["containers"][0]
    return first


def environment(objects: Objects, name: str = "coder") -> dict[str, Any]:
    """Each variable's literal value or source."""
    return {entry["name"]: entry.get("value", entry.get("valueFrom")) for entry in container(objects, name)["env"]}


def as_text(objects: Objects, namespace: str) -> str:
    """All files in one text."""
    return "".join(f"--- {file_name(item, namespace)}\n{file_text('# case', item)}" for item in objects.manifests)


def codes(objects: Objects) -> list[str]:
    return [item.code for item in objects.diagnostics]
