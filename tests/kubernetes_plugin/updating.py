"""The engine asks for an object that exists to be as the program says now, or what that would look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi.runtime.proto import provider_pb2

from kubernetes_plugin import managers
from kubernetes_plugin.checkpoint import Checkpoint, object_id
from kubernetes_plugin.cluster import ApiError, NoSuchKind
from kubernetes_plugin.failures import FORBIDDEN, explained, fail, fail_half_done
from kubernetes_plugin.normal import normalised
from kubernetes_plugin.waiting import NotReady
from kubernetes_plugin.wire import Unknown, contains, decoded, encoded, plain

if TYPE_CHECKING:
    from kubernetes_plugin.session import Session


def update(session: Session, request: Any, context: Any) -> Any:
    """Apply the object server-side and wait until it is ready. A preview that the server cannot answer shows the inputs."""
    before, given = Checkpoint.of(decoded(request.olds)), decoded(request.news)
    inputs = normalised(plain(given))
    if request.preview and (contains(inputs, Unknown) or not session.has_kind(inputs)):
        return provider_pb2.UpdateResponse(properties=request.news)
    manager = managers.manager_of(inputs, before.manager)
    kept = Checkpoint(before.live, inputs, manager, before.version)
    try:
        live = _applied(session, before.live, inputs, manager, dry_run=request.preview)
        if not request.preview:
            live = session.waiting.until_ready(live, inputs, request.timeout, request.urn)
    except (ApiError, NoSuchKind, NotReady) as error:
        if request.preview and getattr(error, "status", 0) == FORBIDDEN:
            return provider_pb2.UpdateResponse(properties=request.news)
        _fail(session, request, context, kept, error)
    return provider_pb2.UpdateResponse(properties=encoded(kept._replace(live=live).state(given)))


def _applied(session: Session, live: dict[str, Any], inputs: dict[str, Any], manager: str, *, dry_run: bool) -> dict[str, Any]:
    found = session.cluster.get(live)
    if not dry_run and (operations := managers.hand_over(found, manager)):
        session.cluster.patch(found, operations)
    # The fields that a preview cannot hand over would be conflicts that the update itself does not have.
    force = session.settings.forces(inputs) or (dry_run and managers.was_created_here(found))
    return session.cluster.apply(inputs, manager, force=force, dry_run=dry_run)


def _fail(session: Session, request: Any, context: Any, kept: Checkpoint, error: Exception) -> None:
    """As the real plugin does it, also of an update that was refused: the state then holds what lives, beside what was asked for."""
    why = explained(error, kept.manager)
    try:
        live = session.cluster.get(kept.live)
    except (ApiError, NoSuchKind) as unreadable:
        fail(context, f"update of resource {request.urn!r} failed: {why}\nunable to get cluster state: {unreadable}")
    message = f"the Kubernetes API server reported that {object_id(live)!r} failed to fully initialize or become live: {why}"
    state = kept._replace(live=live).state(decoded(request.news))
    fail_half_done(context, message, object_id(live), getattr(error, "reasons", []), state)
