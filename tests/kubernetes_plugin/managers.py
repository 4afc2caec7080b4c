"""Who owns which fields of an object.

An object is made by an ordinary create, which leaves its fields with the manager `pulumi-kubernetes` of operation Update. Before the first
server-side apply they are handed to the object's own manager: else a field that the program drops would stay. So are those of kubectl, by
the beginning of its name: what somebody edited with it is overwritten, and what somebody added is taken away.
"""

from __future__ import annotations

import secrets
from typing import Any

from kubernetes_plugin import directives

CREATOR = "pulumi-kubernetes"
_TAKEN_OVER = {
    "Apply": ("kubectl",),
    "Update": ("kubectl", "before-first-apply", CREATOR, "pulumi-resource-kubernetes"),
}


def manager_of(manifest: dict[str, Any], known: str = "") -> str:
    """The field manager of an object: the one its annotation names, the one in its state, or a new one."""
    return directives.value(manifest, "patchFieldManager") or known or f"{CREATOR}-{secrets.token_hex(4)}"


def was_created_here(live: dict[str, Any]) -> bool:
    return any(
        entry.get("operation") == "Update" and entry.get("manager", "").startswith(CREATOR)
        for entry in live["metadata"].get("managedFields", [])
    )


def hand_over(live: dict[str, Any], manager: str) -> list[dict[str, Any]]:
    """The JSON patch that gives `manager` the fields of those that it takes over; empty where there are none."""
    entries = live["metadata"].get("managedFields", [])
    own = [entry for entry in entries if (entry.get("manager"), entry.get("operation")) == (manager, "Apply")]
    taken = [entry for entry in entries if _is_taken(entry) and entry not in own]
    if not taken:
        return []
    fields: dict[str, Any] = {}
    for entry in [*own, *taken]:
        _merge(fields, entry["fieldsV1"])
    made = {**taken[0], "manager": manager, "operation": "Apply", "fieldsV1": fields}
    rest = [entry for entry in entries if entry not in taken and entry not in own]
    return [{"op": "replace", "path": "/metadata/managedFields", "value": [*rest, made]}]


def _is_taken(entry: dict[str, Any]) -> bool:
    return not entry.get("subresource") and entry.get("manager", "").startswith(_TAKEN_OVER.get(entry.get("operation", ""), ()))


def _merge(into: dict[str, Any], other: dict[str, Any]) -> None:
    for key, value in other.items():
        _merge(into.setdefault(key, {}), value)
