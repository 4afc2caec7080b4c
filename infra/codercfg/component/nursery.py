"""Runs the programs of many previews: one process that has everything loaded, and a fork of it for each program.

The Pulumi CLI starts a language host, asks `pip` for a list, starts Python for the program and Python for the dynamic provider: three
quarters of the processor time of a preview. With `--client` and `PULUMI_DEBUG_PROVIDERS` it takes servers that run already. A fork
costs milliseconds and shares nothing with its siblings, so a program may keep state in modules, change directory and end as it likes.

Protocol, one JSON document a line: `{"fork": FILE}` is answered by `{"program": PORT, "provider": PORT, "pids": [...]}`, and the program
leaves what it cost in FILE; `{"end": PIDS}` ends forks and is not answered. When its input ends, the process ends, and its forks with it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable


def main(project: str, program: str, warm: str) -> None:
    """Load what programs need, then serve until the input ends.

    Args:
        project: Name of the Pulumi project, for dynamic providers.
        program: Path of the program as Pulumi.yaml names it; providers run in its folder, as under the CLI.
        warm: A stack file to render once, so that forks find templates and rules read; whatever is wrong with it is reported elsewhere.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes our input
    _load(warm)
    folder = Path(program) if Path(program).is_dir() else Path(program).parent
    os.chdir(folder)
    os.environ.update(PULUMI_PROJECT=project, PWD=str(folder))
    alive, ours = os.pipe()
    _answer({"ready": True})
    for line in sys.stdin:
        request: dict[str, Any] = json.loads(line)
        if "end" in request:
            _end(request["end"])
        else:
            _answer(_forked(Path(request["fork"]), alive, ours))


def _answer(document: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


def _load(warm: str) -> None:
    from codercfg.component import cluster_target, manifest_file, program_host, provider_host  # noqa: F401
    from codercfg.kubernetes_objects.render import render_objects
    from codercfg.stack_check import load_stack

    with contextlib.suppress(Exception):
        stack = load_stack(Path(warm)).stack
        if stack is not None:
            render_objects(stack)
    gc.collect()
    gc.freeze()  # what lies here is never garbage, and marking it would copy its pages in every fork


def _forked(cost: Path, alive: int, ours: int) -> dict[str, Any]:
    from codercfg.component import program_host, provider_host

    pid, port = _fork(lambda tell: program_host.serve(tell, cost), alive, ours)
    provider, provider_port = _fork(provider_host.serve, alive, ours)
    return {"program": port, "provider": provider_port, "pids": [pid, provider]}


def _fork(serve: Callable[[Callable[[int], None]], None], alive: int, ours: int) -> tuple[int, int]:
    """Start one server and wait for its port; 0 means that it did not start."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        os.close(reading)
        _child(serve, alive, writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        return pid, int(answer.readline() or 0)


def _child(serve: Callable[[Callable[[int], None]], None], alive: int, writing: int) -> NoReturn:
    from threading import Thread

    def end_with_parent() -> None:
        os.read(alive, 1)  # nobody writes: it returns when the other end is closed
        os._exit(1)

    def tell(port: int) -> None:
        os.write(writing, f"{port}\n".encode())
        os.close(writing)

    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # the parent reads our standard output, and nobody the program's
        os.dup2(null, stream)
    Thread(target=end_with_parent, daemon=True).start()
    try:
        serve(tell)
    finally:
        os._exit(1)  # servers end by a signal; nothing of the parent's may be flushed or cleaned up here


def _end(pids: list[int]) -> None:
    """End forks; as our children they keep their ids until they are waited for."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
