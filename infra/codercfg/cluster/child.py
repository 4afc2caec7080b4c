"""The process that looks: a request on standard input, an answer on standard output, nothing else anywhere.

`python -m codercfg.cluster.child FOLDER`, where FOLDER is its own, as is its session: both go with it, also when nobody waits for it.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import sys
import time
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from codercfg.cluster import live
from codercfg.cluster.kubeconfig import connect
from codercfg.cluster.look import failed, look
from codercfg.cluster.problem import ClusterError, Reason
from codercfg.cluster.reading import read_all
from codercfg.cluster.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_GRACE_SECONDS = 4
_SHORTEST = 0.001  # none at all would be no limit


class _LateError(BaseException):
    """The login takes too long; no `Exception`, because the client takes those of a credential plugin for its failure."""


def main() -> None:
    """Answer one request."""
    logging.disable(logging.CRITICAL)  # the client logs what credential plugins print
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _over)
    try:
        given = json.load(sys.stdin)
        signal.setitimer(signal.ITIMER_REAL, given["seconds"] + _GRACE_SECONDS)
        json.dump(_live_answer(given) if "paths" in given else _look_answer(Request.from_json(given)), sys.stdout)
        sys.stdout.flush()
    finally:
        _end()


def _look_answer(request: Request) -> dict[str, Any]:
    try:
        with _login_within(request.seconds):
            connection = connect(request.kubeconfig, request.context, request.seconds)
        answer = look(connection, request)
    except ClusterError as error:
        return failed(error).to_json()
    answer.server = connection.server
    return answer.to_json()


def _live_answer(given: dict[str, Any]) -> dict[str, Any]:
    left = max(min(given["seconds"], given["until"] - time.time()), _SHORTEST)
    end = time.monotonic() + left
    try:
        with _login_within(left):
            connection = connect(given["kubeconfig"], given["context"], left)
        connection.limit(end - time.monotonic())
        return live.answer_of(connection.server, read_all(connection, given["paths"]))
    except ClusterError as error:
        return live.failed(error)


@contextmanager
def _login_within(seconds: float) -> Iterator[None]:
    """Bound what `connect` does: the client waits without end for a credential plugin.

    Raises:
        ClusterError: It took longer.
    """
    signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _LateError:
        raise ClusterError(Reason.SLOW, "the credential plugin of the kubeconfig did not answer in time") from None
    finally:
        signal.signal(signal.SIGALRM, _over)
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS)


def _late(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _LateError


def _over(_signal: int, _frame: FrameType | None) -> None:
    """The time is over and whoever asked did not end this process: it was killed."""
    _end()


def _end() -> NoReturn:
    """Leave nothing: no keys of the kubeconfig, no credential plugin; threads that wait for a slow server are not waited for."""
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    os.killpg(0, signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    main()
