"""What has to be in the cluster because a secret option refers to it; of a `secretRef` whoever writes it says that it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.finding import finding
from codercfg.options.family import members
from codercfg.values.reference import ExternalRef, SealedRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin
    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.values.reference import Reference


def reference_notices(stack: Stack, references: Mapping[str, Reference]) -> Iterator[Diagnostic]:
    """One notice for each SealedSecret and each store, with the keys that are asked of it.

    Args:
        stack: Whose options they are.
        references: By variable, where its value lies.
    """
    wanted: dict[tuple[str, str], list[SealedRef | ExternalRef]] = {}
    for variable in sorted(references):
        reference = references[variable]
        if isinstance(reference, SealedRef):
            wanted.setdefault(("SealedSecret", reference.name), []).append(reference)
        elif isinstance(reference, ExternalRef):
            wanted.setdefault((reference.store_kind, reference.store), []).append(reference)
    for (kind, name), found in sorted(wanted.items()):
        keys = ", ".join(f"`{key}`" for key in sorted({reference.key for reference in found}))
        yield _notice(stack, kind, name, keys, _written(stack, found[0]))


def _notice(stack: Stack, kind: str, name: str, keys: str, origin: Origin) -> Diagnostic:
    where = f"in the namespace `{stack.kubernetes.namespace}`"
    if kind == "SealedSecret":
        message = f"the SealedSecret `{name}` must exist {where} and unseal to a Secret of its name with {keys}"
        return finding("K8S041", message, "apply it before the pods start", origin=origin)
    place = "in the cluster" if kind == "ClusterSecretStore" else where
    message = f"the {kind} `{name}` must exist {place} and hold {keys}"
    advice = "install the operator external-secrets with its API external-secrets.io/v1, and make the store"
    return finding("K8S042", message, advice, origin=origin)


def _written(stack: Stack, reference: Reference) -> Origin:
    """Where the option stands that holds this very reference."""
    configuration = stack.configuration
    for setting in configuration.settings.values():
        if setting.value is reference:
            return setting.origin
    for item in (*configuration.providers, *configuration.external_auth):
        for member in members(type(item.value)):
            if getattr(item.value, member.attribute) is reference:
                return item.origin(member.json_name)
    return stack.origin("deployment")
