"""Runs a look in a process of its own.

The client of Kubernetes costs 30 MB and 0.3 s, which a Pulumi program must not pay; and that program's environment holds the stack's
decrypted configuration, which neither the client nor a credential plugin of the kubeconfig may inherit.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.cluster.environment import environment
from codercfg.cluster.found import Answer
from codercfg.cluster.problem import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.cluster.request import Request

_PACKAGES = Path(__file__).parents[2]
_START_SECONDS = 3.0  # to load the client, on top of the time for looking


class Look:
    """A look that is being made."""

    def __init__(self, request: Request, secrets: Iterable[str] = ()) -> None:
        """Start it.

        Args:
            request: What to look at.
            secrets: Texts that no variable of the process may hold.
        """
        self._seconds = request.seconds + _START_SECONDS
        self._answer = _failed(Reason.FAILING, "no process could be started for it")
        # The client writes keys of the kubeconfig into files there. The process removes it as well, for this one may be killed.
        self._folder = tempfile.TemporaryDirectory(prefix="codercfg-", ignore_cleanup_errors=True)
        self._thread = threading.Thread(target=self._run, args=(request, environment(os.environ, secrets)), daemon=True)
        self._thread.start()

    def answer(self) -> Answer:
        """Wait for the outcome; not longer than the request says, and never an exception of the look."""
        self._thread.join()
        return self._answer

    def _run(self, request: Request, variables: dict[str, str]) -> None:
        with self._folder, contextlib.suppress(OSError):
            process = subprocess.Popen(  # noqa: S603  (this interpreter and a module of ours)
                [sys.executable, "-P", "-m", "codercfg.cluster.child", self._folder.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**variables, "PYTHONPATH": str(_PACKAGES), "TMPDIR": self._folder.name},
                start_new_session=True,  # so that a credential plugin that hangs ends with it
            )
            with process:
                self._answer = self._outcome(process, json.dumps(request.to_json()).encode())

    def _outcome(self, process: subprocess.Popen[bytes], request: bytes) -> Answer:
        try:
            output, _ = process.communicate(request, self._seconds)
            return Answer.from_json(json.loads(output))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return _failed(Reason.SLOW, f"no answer within {self._seconds:.0f} s")
        except (ValueError, KeyError, TypeError, OSError):
            return _failed(Reason.FAILING, "the process that looks ended without an answer")


def _failed(reason: Reason, detail: str) -> Answer:
    return Answer(failures=[(reason, detail)])
