"""A control plane of its own whose API server can be killed and started again."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from cluster.api import Api
from cluster.processes import readiness_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cluster.control_plane import ControlPlane

READY_SECONDS = 90.0


class ApiServer:
    """The API server of a control plane, by its process."""

    def __init__(self, plane: ControlPlane) -> None:
        self._plane = plane
        self._port = plane.url.rpartition(":")[2]
        self.command: list[str] = []
        self._pid = self._find()
        self._again: subprocess.Popen[bytes] | None = None

    def kill(self) -> None:
        """End it at once; what it was doing it leaves as it is."""
        if self._again is not None:
            self._again.kill()
            self._again.wait()
            self._again = None
        else:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def start(self) -> None:
        """Start it again as it was started, and wait until it is ready; its port may be taken for a moment, and then it ends at once."""
        log = self._plane.kubeconfig.with_name("apiserver-again.log")
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end:
            with log.open("ab") as output:
                self._again = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
            if self._is_ready(self._again, end):
                return
            self.kill()
            time.sleep(0.5)
        raise readiness_failure("kube-apiserver", log, READY_SECONDS)

    def _is_ready(self, started: subprocess.Popen[bytes], end: float) -> bool:
        api = Api(self._plane.url, self._plane.token, self._plane.ca_file)
        while time.monotonic() < end and started.poll() is None:
            with contextlib.suppress(OSError):
                if api.get("/readyz").status == 200:
                    return True
            time.sleep(0.1)
        return False

    @contextlib.contextmanager
    def ended_with(self) -> Iterator[ApiServer]:
        """End what was started again with the block."""
        try:
            yield self
        finally:
            if self._again is not None:
                self.kill()

    def _find(self) -> int:
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")[:-1]
                if f"--secure-port={self._port}" in words and words[0].endswith("kube-apiserver"):
                    self.command = words
                    return int(process.name)
        raise RuntimeError("there is no kube-apiserver of this control plane")
