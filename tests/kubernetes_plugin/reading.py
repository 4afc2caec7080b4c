"""The engine asks what lives: for a refresh, or to import an object of which it knows nothing but the id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi.runtime.proto import provider_pb2

from kubernetes_plugin import managers
from kubernetes_plugin.checkpoint import Checkpoint, object_id
from kubernetes_plugin.cluster import ApiError, NoSuchKind
from kubernetes_plugin.failures import NOT_FOUND, fail
from kubernetes_plugin.normal import SERVER_ONLY, normalised, pruned
from kubernetes_plugin.wire import decoded, encoded, marked_like, plain

if TYPE_CHECKING:
    from kubernetes_plugin.session import Session

_NOT_INPUTS = ("deployment.kubernetes.io/revision", "kubectl.kubernetes.io/last-applied-configuration")


def read(session: Session, request: Any, context: Any) -> Any:
    """What lives, at the places that the program had asked for; no id when the object is gone."""
    given = decoded(request.inputs)
    if session.unreachable:
        return _without_cluster(session, request, context)
    before = Checkpoint.of(decoded(request.properties))
    asked, imported = _asked(request, plain(given), before)
    try:
        live = session.cluster.get(asked)
    except NoSuchKind:
        return provider_pb2.ReadResponse()
    except ApiError as error:
        if error.status == NOT_FOUND:
            return provider_pb2.ReadResponse()
        fail(context, f"cannot read {request.id!r}: {error}")
    inputs = _imported(live) if imported else pruned(live, asked)
    kept = Checkpoint(live, inputs, managers.manager_of(asked, before.manager), before.version or asked["apiVersion"])
    return provider_pb2.ReadResponse(
        id=request.id or object_id(live), properties=encoded(kept.state(given)), inputs=encoded(marked_like(inputs, given))
    )


def _asked(request: Any, inputs: dict[str, Any], before: Checkpoint) -> tuple[dict[str, Any], bool]:
    """What to look for, and whether nothing is known of it but its id."""
    if inputs.get("kind"):
        return normalised(inputs), False
    namespace, _, name = request.id.rpartition("/")
    version, kind = before.live.get("apiVersion"), before.live.get("kind")
    if not kind:
        token = request.urn.split("::")[2].rpartition("$")[2].removeprefix("kubernetes:")
        module, _, kind = token.partition(":")
        version = module.removeprefix("core/")
    meta = {"name": name} | ({"namespace": namespace} if namespace else {})
    return {"apiVersion": version, "kind": kind, "metadata": meta}, not before.live.get("kind")


def _imported(live: dict[str, Any]) -> dict[str, Any]:
    """All of the object but what only the server writes."""
    meta = {key: value for key, value in live["metadata"].items() if key not in SERVER_ONLY}
    if "annotations" in meta:
        meta["annotations"] = {name: value for name, value in meta["annotations"].items() if name not in _NOT_INPUTS}
    return {key: value for key, value in live.items() if key != "status"} | {"metadata": meta}


def _without_cluster(session: Session, request: Any, context: Any) -> Any:
    session.engine.warning(f"configured Kubernetes cluster is unreachable: {session.unreachable}", request.urn)
    if session.settings.skip_update_unreachable:
        return provider_pb2.ReadResponse(id=request.id, properties=request.properties, inputs=request.inputs)
    if not session.settings.delete_unreachable:
        remedy = (
            "If the cluster was deleted, you can remove this resource from Pulumi state by rerunning the operation with the "
            'PULUMI_K8S_DELETE_UNREACHABLE environment variable set to "true"'
        )
        fail(context, f"failed to read resource state due to unreachable cluster. {remedy}")
    return provider_pb2.ReadResponse()
