"""Asks a process of its own about a cluster (`child`), and lets nothing of it outlive the time that it has."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codercfg.cluster.problem import ClusterError, Reason
from codercfg.sources.temporary_folder import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGES = Path(__file__).parents[2]


def ask(question: Mapping[str, Any], variables: Mapping[str, str], seconds: float) -> Any:  # noqa: ANN401  (any JSON)
    """The answer to a question.

    Args:
        question: What `child` understands.
        variables: Environment of the process, which a credential plugin inherits.
        seconds: After these it is ended, with a credential plugin that hangs.

    Raises:
        ClusterError: There is no answer.
    """
    try:
        # The client writes keys of the kubeconfig into files there. The process removes it as well, for this one may be killed.
        with temporary_folder("codercfg-look-") as folder:
            process = subprocess.Popen(  # noqa: S603  (this interpreter and a module of ours)
                [sys.executable, "-P", "-m", "codercfg.cluster.child", str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**variables, "PYTHONPATH": str(_PACKAGES), "TMPDIR": str(folder)},
                start_new_session=True,  # so that a credential plugin ends with it
            )
            with process:
                return json.loads(_output(process, json.dumps(question).encode(), seconds))
    except OSError:
        raise ClusterError(Reason.FAILING, "no process could be started for it") from None
    except ValueError:
        raise ClusterError(Reason.FAILING, "the process that looks ended without an answer") from None


def _output(process: subprocess.Popen[bytes], question: bytes, seconds: float) -> bytes:
    try:
        return process.communicate(question, max(seconds, 0))[0]
    except subprocess.TimeoutExpired:
        raise ClusterError(Reason.SLOW, "the time for looking is over") from None
    finally:  # also at Ctrl-C, which the process does not get
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
