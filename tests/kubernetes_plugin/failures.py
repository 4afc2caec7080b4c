"""Failures as the engine understands them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import grpc
from google.protobuf import any_pb2
from pulumi.runtime.proto import provider_pb2, status_pb2

from kubernetes_plugin.wire import encoded

if TYPE_CHECKING:
    from collections.abc import Sequence

FORBIDDEN, NOT_FOUND, CONFLICT = 403, 404, 409


def fail(context: Any, message: str, code: grpc.StatusCode = grpc.StatusCode.UNKNOWN) -> NoReturn:
    """End the request with an error; nothing of the object is kept."""
    context.abort(code, message)
    raise AssertionError(message)  # abort has raised already


def fail_half_done(context: Any, message: str, identity: str, reasons: Sequence[str], state: dict[str, Any]) -> NoReturn:
    """End the request with an error beside what exists of the object, so that the engine keeps it in its state."""
    detail = provider_pb2.ErrorResourceInitFailed(id=identity, properties=encoded(state), reasons=[message, *reasons])
    packed = any_pb2.Any()
    packed.Pack(detail)
    status = status_pb2.Status(code=grpc.StatusCode.UNKNOWN.value[0], message=message, details=[packed])
    context.set_trailing_metadata((("grpc-status-details-bin", status.SerializeToString()),))
    fail(context, message)


def explained(error: Exception, manager: str) -> str:
    """The server's words; a conflict between field managers with its remedy."""
    if getattr(error, "status", 0) != CONFLICT or getattr(error, "reason", "") == "AlreadyExists":
        return str(error)
    return (
        f"Server-Side Apply field conflict detected. The resource managed by field manager {manager!r} had an apply conflict: {error} "
        "(the annotation pulumi.com/patchForce takes the fields over)"
    )
