"""What stands for values that others keep: ExternalSecrets, and the marks by which pods roll when such a value was changed.

Source: the API `external-secrets.io/v1`. One ExternalSecret a store, for its target Secret belongs to it alone; it is made anew when an
annotation of it changes, so a rotation is fetched at once and not after the interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.context import external_secret_variables
from codercfg.kubernetes_objects.names import rotation_annotation, secret_name
from codercfg.kubernetes_objects.planned import Planned
from codercfg.values.reference import ExternalRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.values.reference import Reference

Targets = dict[str, dict[str, ExternalRef]]


def targets(stack: Stack, references: Mapping[str, Reference]) -> Targets:
    """By the Secret that a store is copied into, and then by variable, what is copied.

    Args:
        stack: Whose Secrets.
        references: By variable, where its value lies.
    """
    found: Targets = {}
    for variable, reference in references.items():
        if isinstance(reference, ExternalRef):
            found.setdefault(secret_name(stack.kubernetes.name, reference.owner), {})[variable] = reference
    return found


def rotations(references: Mapping[str, Reference]) -> dict[str, str]:
    """The annotation of each value that says when it was changed."""
    return {rotation_annotation(variable): item.rotation for variable, item in sorted(references.items()) if item.rotation}


def external_secrets(stack: Stack, found: Targets) -> list[Planned]:
    """One ExternalSecret for each target Secret, which it owns; no part of one is secret."""
    return [Planned("externalsecret", _variables(stack, name, entries)) for name, entries in sorted(found.items())]


def _variables(stack: Stack, name: str, entries: Mapping[str, ExternalRef]) -> dict[str, object]:
    store = next(iter(entries.values()))
    data = [{"secretKey": variable, "remoteRef": _remote(entries[variable])} for variable in sorted(entries)]
    spec = {
        "store": store.store,
        "store_kind": store.store_kind,
        "refresh_interval": stack.kubernetes.external_secrets.refresh_interval,
        "data": data,
    }
    return {**external_secret_variables(stack, name, rotations(entries)), **spec}


def _remote(reference: ExternalRef) -> dict[str, str]:
    found = {"key": reference.key, "property": reference.part, "version": reference.version}
    return {key: text for key, text in found.items() if text}
