"""The inputs of an object as they enter the engine's state."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from pulumi.runtime.proto import provider_pb2

from kubernetes_plugin.cluster import ApiError
from kubernetes_plugin.failures import fail
from kubernetes_plugin.normal import checked_secret
from kubernetes_plugin.wire import Unknown, decoded, encoded, marked_like, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from kubernetes_plugin.session import Session

MANAGED_BY = "app.kubernetes.io/managed-by"
OURS = "pulumi"
_AUTONAMED = "pulumi.com/autonamed"


def checked_inputs(session: Session, request: Any, context: Any) -> Any:
    """The engine's answer; nothing is checked against the server's schema, its dry run does that."""
    news = decoded(request.news)
    known = plain(news)
    meta = known.get("metadata")
    if session.settings.server_side_apply and isinstance(meta, dict) and meta.get("generateName"):
        fail(context, "the `.metadata.generateName` field is not supported in Server-Side Apply mode")
    try:
        made = checked(
            known,
            plain(decoded(request.olds)),
            session.settings.namespace,
            unique=request.randomSeed or request.urn.encode(),
            resource=request.urn.rpartition("::")[2],
            is_namespaced=session.is_namespaced,
        )
    except ApiError as error:
        fail(context, str(error))
    return provider_pb2.CheckResponse(inputs=encoded(marked_like(made, news)))


def checked(
    news: dict[str, Any],
    olds: dict[str, Any],
    namespace: str | None,
    *,
    unique: bytes,
    resource: str,
    is_namespaced: Callable[[dict[str, Any]], bool],
) -> dict[str, Any]:
    """The inputs with a name, a namespace, the label that says who manages the object, and a Secret's texts encoded.

    Args:
        news: What the program registered, without marks of secrecy.
        olds: What was checked the last time; empty for a new object.
        namespace: The provider's own.
        unique: The engine's seed for a name.
        resource: The name of the resource, from which an unnamed object gets its own.
        is_namespaced: Whether an object of this kind lies in a namespace.
    """
    made = checked_secret(news)
    meta = made.get("metadata", {})
    if isinstance(meta, Unknown):
        return made
    meta = _named(dict(meta), olds, unique, resource)
    if namespace and not meta.get("namespace") and is_namespaced({**made, "metadata": meta}):
        meta["namespace"] = namespace
    # An object that was imported without the label stays without it.
    if not olds or olds.get("metadata", {}).get("labels", {}).get(MANAGED_BY) == OURS:
        labels = meta.get("labels", {})
        meta["labels"] = labels if isinstance(labels, Unknown) else {**labels, MANAGED_BY: OURS}
    return {**made, "metadata": meta}


def _named(meta: dict[str, Any], olds: dict[str, Any], unique: bytes, resource: str) -> dict[str, Any]:
    if meta.get("name") or meta.get("generateName"):
        return meta
    before = olds.get("metadata", {})
    autonamed = before.get("annotations", {}).get(_AUTONAMED) == "true"
    name = before["name"] if autonamed else f"{resource}-{hashlib.sha256(unique).hexdigest()[:8]}"
    return {**meta, "name": name, "annotations": {**meta.get("annotations", {}), _AUTONAMED: "true"}}
