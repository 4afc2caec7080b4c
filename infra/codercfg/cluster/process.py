"""Runs a look in a process of its own.

The client of Kubernetes costs 30 MB and 0.3 s, which a Pulumi program must not pay; and that program's environment holds the stack's
decrypted configuration, which neither the client nor a credential plugin of the kubeconfig may inherit.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from codercfg.cluster.ask import ask
from codercfg.cluster.environment import environment
from codercfg.cluster.found import Answer
from codercfg.cluster.problem import ClusterError, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.cluster.request import Request

_START_SECONDS = 3.0  # to load the client, on top of the time for looking


class Look:
    """A look that is being made."""

    def __init__(self, request: Request, secrets: Iterable[str] = ()) -> None:
        """Start it.

        Args:
            request: What to look at.
            secrets: Texts that no variable of the process may hold.
        """
        self._answer = Answer(failures=[(Reason.FAILING, "no process could be started for it")])
        self._thread = threading.Thread(target=self._run, args=(request, environment(os.environ, secrets)), daemon=True)
        self._thread.start()

    def answer(self) -> Answer:
        """Wait for the outcome; not longer than the request says, and never an exception of the look."""
        self._thread.join()
        return self._answer

    def _run(self, request: Request, variables: dict[str, str]) -> None:
        try:
            self._answer = Answer.from_json(ask(request.to_json(), variables, request.seconds + _START_SECONDS))
        except ClusterError as error:
            self._answer = Answer(failures=[(error.reason, error.detail)])
        except (LookupError, TypeError, ValueError):
            self._answer = Answer(failures=[(Reason.FAILING, "the process that looks ended without an answer")])
