"""Reads many objects at once, for as long as there is time."""

from __future__ import annotations

import threading
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from codercfg.cluster.problem import ClusterError, Reason, understanding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from codercfg.cluster.connection import Cluster

Live = dict[str, "dict[str, Any] | ClusterError | None"]
_WORKERS = 8


def read_all(cluster: Cluster, paths: list[str]) -> Live:
    """By path, the object, None where there is none, or why it cannot be read.

    Threads that hang end with the process: it must not wait for a server that sends a byte a second.
    """
    return run_all({path: partial(cluster.get, path) for path in dict.fromkeys(paths)}, cluster)


def run_all(jobs: Mapping[str, Callable[[], Any]], cluster: Cluster) -> dict[str, Any]:
    """The result of each job, or its ClusterError; a job that is not done when the time is over is `slow`."""
    todo: SimpleQueue[str] = SimpleQueue()
    done: SimpleQueue[tuple[str, Any]] = SimpleQueue()
    for name in jobs:
        todo.put(name)

    def work() -> None:
        while True:
            try:
                name = todo.get_nowait()
            except Empty:
                return
            try:
                with understanding():  # one that cannot be must not lose the others
                    done.put((name, jobs[name]()))
            except ClusterError as error:
                done.put((name, error))

    for _ in range(min(_WORKERS, len(jobs))):
        threading.Thread(target=work, daemon=True).start()
    found: dict[str, Any] = {}
    while len(found) < len(jobs):
        try:
            name, result = done.get(timeout=max(cluster.remaining(), 0.01))
        except Empty:
            break
        found[name] = result
    late = ClusterError(Reason.SLOW, "it did not answer in time")
    return {name: found.get(name, late) for name in jobs}
