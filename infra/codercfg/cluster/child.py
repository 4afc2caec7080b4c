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
import warnings
from typing import TYPE_CHECKING

from codercfg.cluster.kubeconfig import connect
from codercfg.cluster.look import failed, look
from codercfg.cluster.problem import ClusterError
from codercfg.cluster.request import Request

if TYPE_CHECKING:
    from types import FrameType

    from codercfg.cluster.found import Answer

_GRACE_SECONDS = 4


def main() -> None:
    """Answer one request."""
    logging.disable(logging.CRITICAL)  # the client logs what credential plugins print
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _over)
    try:
        request = Request.from_json(json.load(sys.stdin))
        signal.alarm(int(request.seconds) + _GRACE_SECONDS)
        json.dump(_answer(request).to_json(), sys.stdout)
        sys.stdout.flush()
    finally:
        _forget()
    os._exit(0)  # threads that wait for a slow server are not waited for


def _answer(request: Request) -> Answer:
    try:
        connection = connect(request.kubeconfig, request.context, request.seconds)
        answer = look(connection, request)
    except ClusterError as error:
        return failed(error)
    answer.server = connection.server
    return answer


def _over(_signal: int, _frame: FrameType | None) -> None:
    """The time is over and whoever asked did not end this process: it was killed."""
    _forget()
    os.killpg(0, signal.SIGKILL)  # with a credential plugin that hangs


def _forget() -> None:
    """Remove what the client wrote: keys of the kubeconfig."""
    shutil.rmtree(sys.argv[1], ignore_errors=True)


if __name__ == "__main__":
    main()
