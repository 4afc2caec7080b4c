"""The engine asks for a new object, or what a new one would look like."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from pulumi.runtime.proto import provider_pb2

from kubernetes_plugin import managers
from kubernetes_plugin.checkpoint import Checkpoint, object_id
from kubernetes_plugin.cluster import ApiError, NoSuchKind
from kubernetes_plugin.failures import CONFLICT, FORBIDDEN, NOT_FOUND, explained, fail, fail_half_done
from kubernetes_plugin.waiting import NotReady
from kubernetes_plugin.wire import Unknown, contains, decoded, encoded, plain

if TYPE_CHECKING:
    from kubernetes_plugin.session import Session

_TRIES = 5
_FIRST_PAUSE_SECONDS = 0.25


def create(session: Session, request: Any, context: Any) -> Any:
    """Make the object and wait until it is ready. A preview that the server cannot answer shows the inputs."""
    given = decoded(request.properties)
    inputs = plain(given)
    if request.preview and (contains(inputs, Unknown) or not session.has_kind(inputs) or not session.settings.server_side_apply):
        return provider_pb2.CreateResponse(properties=request.properties)
    manager = managers.manager_of(inputs)
    try:
        made = _made(session, inputs, manager, dry_run=request.preview)
    except (ApiError, NoSuchKind) as error:
        # Forbidden, there already, no namespace yet: an update will tell.
        if request.preview and getattr(error, "status", NOT_FOUND) in {FORBIDDEN, CONFLICT, NOT_FOUND}:
            return provider_pb2.CreateResponse(properties=request.properties)
        why = explained(error, manager)
        fail(context, f"resource {request.urn!r} was not successfully created by the Kubernetes API server: {why}")
    kept = Checkpoint(made, inputs, manager, inputs["apiVersion"])
    if request.preview:
        shown = {key: value for key, value in made.items() if key != "status"}  # nothing has one yet
        return provider_pb2.CreateResponse(properties=encoded(kept._replace(live=shown).state(given)))
    try:
        live = session.waiting.until_ready(made, inputs, request.timeout, request.urn)
    except (NotReady, ApiError) as error:
        _fail_unready(session, request, context, kept, error)
    return provider_pb2.CreateResponse(id=object_id(live), properties=encoded(kept._replace(live=live).state(given)))


def _made(session: Session, manifest: dict[str, Any], manager: str, *, dry_run: bool) -> dict[str, Any]:
    """A namespace that is not there yet may be a moment later, so a real create is tried again."""
    for attempt in range(_TRIES - 1):
        try:
            return _made_once(session, manifest, manager, dry_run=dry_run)
        except ApiError as error:
            if error.status != NOT_FOUND or dry_run:
                raise
            time.sleep(_FIRST_PAUSE_SECONDS * 2**attempt)
    return _made_once(session, manifest, manager, dry_run=dry_run)


def _made_once(session: Session, manifest: dict[str, Any], manager: str, *, dry_run: bool) -> dict[str, Any]:
    if session.settings.upsert and session.settings.server_side_apply:
        force = session.settings.forces(manifest) or dry_run
        return session.cluster.apply(manifest, manager, force=force, dry_run=dry_run)
    return session.cluster.create(manifest, managers.CREATOR, dry_run=dry_run)


def _fail_unready(session: Session, request: Any, context: Any, kept: Checkpoint, error: Exception) -> None:
    message = (
        f"resource {request.urn!r} was successfully created, but the Kubernetes API server reported that it failed to fully "
        f"initialize or become live: {error}"
    )
    state = kept._replace(live=session.last_known(kept.live)).state(decoded(request.properties))
    fail_half_done(context, message, object_id(kept.live), getattr(error, "reasons", []), state)
