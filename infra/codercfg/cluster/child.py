"""The process that looks: a request on standard input, an answer on standard output, nothing else anywhere.

`python -m codercfg.cluster.child`
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import warnings

from codercfg.cluster.kubeconfig import connect
from codercfg.cluster.look import failed, look
from codercfg.cluster.problem import ClusterError
from codercfg.cluster.request import Request

_GRACE_SECONDS = 4


def main() -> None:
    """Answer one request."""
    logging.disable(logging.CRITICAL)  # the client logs what credential plugins print
    warnings.simplefilter("ignore")
    request = Request.from_json(json.load(sys.stdin))
    signal.alarm(int(request.seconds) + _GRACE_SECONDS)  # ends this process also when nobody is left to do so
    try:
        connection = connect(request.kubeconfig, request.context, request.seconds)
        answer = look(connection, request)
        answer.server = connection.server
    except ClusterError as error:
        answer = failed(error)
    json.dump(answer.to_json(), sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # threads that wait for a slow server are not waited for


if __name__ == "__main__":
    main()
