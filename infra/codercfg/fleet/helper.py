"""The process that runs the programs (`component.nursery`), from the side of who asks."""

from __future__ import annotations

import contextlib
import json
import select
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from codercfg.fleet.die_with_parent import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from codercfg.fleet.project import Project

_ENDS_WITHIN = 5.0  # seconds
_ANSWERS_WITHIN = 60.0  # seconds; it loads for one, and a fork takes milliseconds


@dataclass(frozen=True, slots=True)
class Served:
    """The servers for one preview.

    Attributes:
        program: Port of the program's language runtime.
        provider: Port of the dynamic provider.
        pids: Their processes.
    """

    program: int
    provider: int
    pids: tuple[int, ...]


class Helper:
    """Starts with `with`; whatever it started ends with it."""

    def __init__(self, project: Project, warm: Path, environ: Mapping[str, str]) -> None:
        """Start loading; `serve` waits until that is done.

        Args:
            project: Whose program to run.
            warm: A stack file to learn from.
            environ: Environment of the programs.
        """
        command = [sys.executable, "-m", "codercfg.component.nursery", project.name, str(project.program), str(warm.absolute())]
        self._process = subprocess.Popen(  # noqa: S603  (no shell)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=dict(environ),  # with the passphrase, which programs make a key of
            start_new_session=True,  # Ctrl-C is for us, who end it
            preexec_fn=die_with_parent,  # noqa: PLW1509  (this process has one thread)
        )
        self._ready = False
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._input.close()
        try:
            self._process.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def serve(self, cost: Path) -> Served | None:
        """Servers for one more preview, or None when there are none: without the package pulumi, after a crash, or when it hangs.

        Args:
            cost: File in which the program says what it cost.
        """
        if not self._ready and self._answer() is None:
            return None
        self._ready = True
        answer = self._answer() if self._say({"fork": str(cost)}) else None
        if answer is None:
            return None
        served = Served(answer["program"], answer["provider"], tuple(answer["pids"]))
        if served.program and served.provider:
            return served
        self.end(served)
        return None

    def end(self, served: Served) -> None:
        """End the servers of a preview that is over."""
        self._say({"end": served.pids})

    @property
    def _input(self) -> Any:  # noqa: ANN401  (a text stream)
        return self._process.stdin

    @property
    def _output(self) -> Any:  # noqa: ANN401  (a text stream)
        return self._process.stdout

    def _say(self, request: dict[str, Any]) -> bool:
        try:
            self._input.write(json.dumps(request) + "\n")
            self._input.flush()
        except OSError:
            return False
        return True

    def _answer(self) -> dict[str, Any] | None:
        """Its next answer. None once and for all when there is none: a late one would be taken for that to another question."""
        if not self._failed and select.select([self._output], [], [], _ANSWERS_WITHIN)[0]:
            with contextlib.suppress(ValueError):
                answer = json.loads(self._output.readline())
                if isinstance(answer, dict):
                    return answer
        self._failed = True
        return None
