"""Live objects, read by a process of its own: a credential plugin that hangs holds up nobody, and never sees what who asks knows."""

from __future__ import annotations

import os
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from codercfg.cluster.ask import ask
from codercfg.cluster.environment import environment
from codercfg.cluster.problem import ClusterError, Reason, understanding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.cluster.reading import Live

_MARGIN = 0.1  # part of the time in which the process is to end by itself: its own word says what was slow


@dataclass(frozen=True, slots=True)
class Wanted:
    """Objects to be read.

    Attributes:
        paths: Of the API.
        context: Of the kubeconfig, None for the current one.
        kubeconfig: Path, None for the usual one.
        seconds: How long everything together may take.
    """

    paths: tuple[str, ...]
    context: str | None
    kubeconfig: str | None
    seconds: float


def read_live(wanted: Wanted, secrets: Iterable[str]) -> tuple[str, Live]:
    """Address of the API server, and by path what lives there, as `reading.read_all` gives it.

    Args:
        wanted: What to read.
        secrets: Texts that no variable of the process may hold.

    Raises:
        ClusterError: Nothing can be read.
    """
    own = wanted.seconds * (1 - _MARGIN)
    question = asdict(wanted) | {"seconds": own, "until": time.time() + own}  # by the clock that both have: starting takes time as well
    answer = ask(question, environment(os.environ, secrets), wanted.seconds)
    with understanding():
        server = str(answer["server"])
        if answer["failure"]:
            raise _error(answer["failure"], server)
        refused = {path: _error(failure, server) for path, failure in answer["refused"].items()}
        return server, {**answer["objects"], **refused}


def answer_of(server: str, live: Live) -> dict[str, Any]:
    """For the other process."""
    refused = {path: (found.reason, found.detail) for path, found in live.items() if isinstance(found, ClusterError)}
    return {"server": server, "failure": None, "refused": refused, "objects": {path: live[path] for path in live if path not in refused}}


def failed(error: ClusterError) -> dict[str, Any]:
    """For the other process, where nothing was read."""
    return {"server": error.server, "failure": (error.reason, error.detail)}


def _error(failure: list[str], server: str) -> ClusterError:
    reason, detail = failure
    return ClusterError(Reason(reason), detail, server)
