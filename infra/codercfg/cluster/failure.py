"""Tells failures of a connection apart by their class; their texts are never repeated."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from codercfg.cluster.problem import ClusterError, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNAUTHORIZED, _FORBIDDEN, _TOO_MANY = 401, 403, 429


def failure(error: BaseException, server: str) -> ClusterError:
    """What an exception of the client, of urllib3 or of the system means."""
    chain = list(_chain(error))
    certificate = next((item for item in chain if isinstance(item, ssl.SSLCertVerificationError)), None)
    if certificate is not None:
        return ClusterError(Reason.TLS, f"its certificate is not trusted ({certificate.verify_message})", server)
    for types, reason, detail in _meanings():
        if any(isinstance(item, types) for item in chain):
            return ClusterError(reason, detail, server)
    return ClusterError(Reason.FAILING, f"the client failed ({type(error).__name__})", server)


def _meanings() -> tuple[tuple[tuple[type[BaseException], ...], Reason, str], ...]:
    """The first that fits counts: a failure has many causes behind it, from urllib3's words down to the system's."""
    from urllib3 import exceptions

    return (
        ((ssl.SSLError, exceptions.SSLError), Reason.TLS, "the TLS handshake failed"),
        ((socket.gaierror,), Reason.UNREACHABLE, "its name cannot be resolved"),
        ((ConnectionRefusedError,), Reason.UNREACHABLE, "nothing listens there"),
        ((exceptions.ConnectTimeoutError,), Reason.UNREACHABLE, "it did not accept a connection in time"),
        ((exceptions.ReadTimeoutError, TimeoutError), Reason.SLOW, "it did not answer in time"),
        ((exceptions.ProxyError,), Reason.UNREACHABLE, "the proxy does not lead there"),
        ((OSError, exceptions.HTTPError), Reason.UNREACHABLE, "the connection broke"),
    )


def of_status(status: int, path: str, server: str) -> ClusterError:
    """What an HTTP status means."""
    if status == _UNAUTHORIZED:
        return ClusterError(Reason.UNAUTHORIZED, "it does not know the credentials of the kubeconfig", server)
    if status == _FORBIDDEN:
        return ClusterError(Reason.FORBIDDEN, path, server)
    if status == _TOO_MANY:
        return ClusterError(Reason.FAILING, "it has too many requests at the moment (429)", server)
    return ClusterError(Reason.FAILING, f"it answers with status {status}", server)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and those behind it."""
    seen: set[int] = set()
    todo = [error]
    while todo:
        item = todo.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        todo += [further for further in (item.__cause__, item.__context__, *item.args) if isinstance(further, BaseException)]
