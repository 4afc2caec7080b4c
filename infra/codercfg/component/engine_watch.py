"""Ends the process of a dynamic provider with the engine that started it.

`pulumi.dynamic.__main__` serves until it is told to stop. An engine that was killed tells nobody: its providers would stay for ever,
with decrypted secrets in their memory.
"""

from __future__ import annotations

import os
import select
import sys
from threading import Thread

_STDOUT = 1
_watching: list[Thread] = []


def end_with_engine() -> None:
    """Start watching, once; does nothing outside the process of a dynamic provider."""
    serving = hasattr(sys.modules.get("__main__"), "DynamicResourceProviderServicer")
    if not serving or _watching or not hasattr(select, "poll"):
        return
    watch = Thread(target=_end_when_nobody_reads, name="engine-watch", daemon=True)
    _watching.append(watch)
    watch.start()


def _end_when_nobody_reads() -> None:
    """The engine reads our standard output to its end; that this pipe has lost its reader is reported without being asked for."""
    poll = select.poll()
    poll.register(_STDOUT, 0)
    if all(happened & select.POLLNVAL for _descriptor, happened in poll.poll()):
        return  # there is no standard output
    os._exit(1)  # without clean-up: a request may be running, and nobody waits for its answer
