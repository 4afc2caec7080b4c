"""What an interrupted update was doing, settled in the state that it left.

The engine writes down each operation before it starts it. What it was changing or removing it forgets at the next update; what it was
creating it keeps for good, warns of at every update, and never looks for, so that an object which was made lies there without an owner
(or stands in the way). `pulumi refresh --import-pending-creates` of this version drops such objects instead of importing them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

CREATING = "creating"
MANIFEST_FILE = "pulumi-python:dynamic/codercfg:ManifestFile"
_KUBERNETES = "kubernetes:"
# Nothing of these exists outside the state.
_MADE_ANEW = ("pulumi:providers:", "pulumi-python:dynamic/codercfg:StackKey", "pulumi-python:dynamic/codercfg:Layout")


class Settled(NamedTuple):
    """A deployment without pending operations.

    Attributes:
        deployment: As `pulumi stack import` takes it.
        taken_over: URNs of what is in the state now because it may exist. An update completes or removes it.
        to_ask: URNs of objects in a cluster that have to be looked at: the state may say of them what never happened.
        leftover_files: Properties of manifest files that belong to nothing any more.
    """

    deployment: dict[str, Any]
    taken_over: list[str]
    to_ask: list[str]
    leftover_files: list[dict[str, Any]]


def settled(deployment: dict[str, Any]) -> Settled | None:
    """Settle the pending operations of a deployment; None when there are none, or one that only its owner can judge."""
    pending = deployment.get("pending_operations") or []
    if not pending or any(operation["type"] == CREATING and not _is_known(operation["resource"]) for operation in pending):
        return None
    resources = list(deployment.get("resources") or [])
    made = Settled({**deployment, "resources": resources, "pending_operations": []}, [], [], [])
    present = {resource["urn"]: resource for resource in resources}
    for operation in pending:
        resource = operation["resource"]
        urn, kind = resource["urn"], resource["type"]
        if operation["type"] == CREATING and urn not in present and not kind.startswith(_MADE_ANEW):
            present[urn] = _as_created(resource)
            resources.append(present[urn])
            made.taken_over.append(urn)
        elif kind == MANIFEST_FILE and resource["inputs"].get("path") not in _paths(present.values()):
            made.leftover_files.append(resource["inputs"])  # a file that moved, and moves back now
        if kind.startswith(_KUBERNETES) and urn in present:
            made.to_ask.append(urn)
    return made


def _is_known(resource: dict[str, Any]) -> bool:
    kind: str = resource["type"]
    return kind == MANIFEST_FILE or kind.startswith((_KUBERNETES, *_MADE_ANEW))


def _as_created(resource: dict[str, Any]) -> dict[str, Any]:
    inputs = resource["inputs"]
    if resource["type"] == MANIFEST_FILE:
        return {**resource, "id": inputs["path"], "outputs": {**inputs, "file": "not known"}}  # anything but "as written" is written anew
    meta = inputs["metadata"]
    namespace = f"{meta['namespace']}/" if "namespace" in meta else ""
    return {**resource, "id": f"{namespace}{meta['name']}", "outputs": inputs}


def _paths(resources: Any) -> set[object]:  # noqa: ANN401  (a view of resources)
    return {resource["inputs"].get("path") for resource in resources if resource["type"] == MANIFEST_FILE}
