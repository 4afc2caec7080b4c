"""The engine asks for an object to be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from google.protobuf import empty_pb2

from kubernetes_plugin import directives
from kubernetes_plugin.checkpoint import Checkpoint
from kubernetes_plugin.cluster import ApiError, NoSuchKind
from kubernetes_plugin.failures import NOT_FOUND, fail, fail_half_done
from kubernetes_plugin.waiting import NotReady
from kubernetes_plugin.wire import decoded

if TYPE_CHECKING:
    from kubernetes_plugin.session import Session


def delete(session: Session, request: Any, context: Any) -> Any:
    """Delete the object and wait until it is gone; one that is gone already is fine."""
    state = decoded(request.properties)
    before = Checkpoint.of(state)
    if session.unreachable:
        _without_cluster(session, request, context)
        return empty_pb2.Empty()
    try:
        session.cluster.delete(before.live, directives.propagation(before.inputs))
        session.waiting.until_gone(before.live, before.inputs, request.timeout)
    except NoSuchKind:
        return empty_pb2.Empty()
    except ApiError as error:
        if error.status != NOT_FOUND:
            fail(context, f"cannot delete {request.id!r}: {error}")
    except NotReady as error:
        kept = before._replace(live=session.last_known(before.live)).state(state)
        fail_half_done(context, str(error), request.id, error.reasons, kept)
    return empty_pb2.Empty()


def _without_cluster(session: Session, request: Any, context: Any) -> None:
    session.engine.warning(f"configured Kubernetes cluster is unreachable: {session.unreachable}", request.urn)
    if not session.settings.delete_unreachable:
        remedy = (
            "If the cluster was deleted, you can remove this resource from Pulumi state by rerunning the operation with the "
            'PULUMI_K8S_DELETE_UNREACHABLE environment variable set to "true"'
        )
        fail(context, f"configured Kubernetes cluster is unreachable. {remedy}")
