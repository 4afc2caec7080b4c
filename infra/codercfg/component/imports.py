"""Existing objects that the stack takes over: which they are, and what their owner has to know; imports no pulumi."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.component.codes import ADOPTION, NO_SUCH_OBJECT, SELECTOR
from codercfg.diagnostics.diagnostic import Diagnostic
from codercfg.diagnostics.nearest import did_you_mean
from codercfg.kubernetes_objects.manifest_text import object_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from codercfg.component.plan import Plan
    from codercfg.diagnostics.code_doc import CodeDoc
    from codercfg.sources.stack.stack import Stack

_PATH = "target.cluster.import"
_WITH_SELECTOR = ("Deployment", "StatefulSet")


def import_ids(manifests: Iterable[Mapping[str, Any]], namespace: str, references: Iterable[str]) -> dict[str, str]:
    """By resource name, the identity (`namespace/name`) of each object that a reference names.

    Args:
        manifests: The objects of the stack.
        namespace: The stack's namespace.
        references: `deployment/coder`, or `role/workspaces/coder-workspace-perms` in another namespace.
    """
    wanted = {_normal(reference) for reference in references}
    return {object_id(item, namespace): _identity(item) for item in manifests if wanted & _names(item, namespace)}


def import_findings(planned: Plan) -> Iterator[Diagnostic]:
    """What is named and not there; what an adoption needs; that the line should go afterwards."""
    stack, manifests = planned.stack, planned.objects.manifests
    target, namespace = stack.target.cluster, stack.kubernetes.namespace
    references = target.imports or ()
    known = {name for item in manifests for name in _names(item, namespace)}
    for place, reference in enumerate(references):
        if _normal(reference) not in known:
            shortest = [_shortest(item, namespace) for item in manifests]
            advice = did_you_mean(reference, shortest, f"its objects are {', '.join(f'`{name}`' for name in shortest)}")
            yield _finding(stack, NO_SUCH_OBJECT, f"{_PATH}[{place}]", f"the stack has no object `{reference}`", advice)
    if taken := [reference for reference in references if _normal(reference) in known]:
        advice = "look for `import` and `update` alone in the preview, and remove `import` after the update"
        yield _finding(stack, ADOPTION, _PATH, f"existing objects are taken over: {', '.join(taken)}", advice)
    wanted = {_normal(reference) for reference in references}
    yield from _selectors(stack, [item for item in manifests if target.adopt or wanted & _names(item, namespace)])


def _selectors(stack: Stack, taken: Sequence[Mapping[str, Any]]) -> Iterator[Diagnostic]:
    """An object with another selector cannot be changed into ours: the plugin would delete it first, and its pods with it."""
    for item in taken:
        if item["kind"] in _WITH_SELECTOR:
            labels = ", ".join(f"{key}={value}" for key, value in item["spec"]["selector"]["matchLabels"].items())
            message = f"{item['kind']} `{_identity(item)}` can be taken over with the selector {labels} alone"
            advice = "for a Helm release of another name set `kubernetes.instance` to it; one with `nameOverride` has to be deleted first"
            path = "target.cluster.adopt" if stack.target.cluster.adopt else _PATH
            yield _finding(stack, SELECTOR, path, message, advice)


def _names(manifest: Mapping[str, Any], namespace: str) -> set[str]:
    """The references that mean the object."""
    meta, kind = manifest["metadata"], manifest["kind"].lower()
    place = meta.get("namespace", namespace)
    full = {f"{kind}/{place}/{meta['name']}"} if "namespace" in meta else set()
    return full | ({f"{kind}/{meta['name']}"} if place == namespace else set())


def _shortest(manifest: Mapping[str, Any], namespace: str) -> str:
    return min(_names(manifest, namespace), key=len)


def _normal(reference: str) -> str:
    kind, _slash, rest = reference.partition("/")
    return f"{kind.lower()}/{rest}"


def _identity(manifest: Mapping[str, Any]) -> str:
    """As the plugin writes it: a Namespace, and whatever else lies in none, by its name alone."""
    meta = manifest["metadata"]
    return f"{meta['namespace']}/{meta['name']}" if "namespace" in meta else str(meta["name"])


def _finding(stack: Stack, page: CodeDoc, path: str, message: str, advice: str) -> Diagnostic:
    return Diagnostic(page.code, page.severity, message, advice, path, stack.origin(path), page.why)
