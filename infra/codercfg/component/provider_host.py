"""Serves the dynamic provider to an engine that attaches to it (`PULUMI_DEBUG_PROVIDERS`)."""

from __future__ import annotations

import runpy
import sys
from typing import TYPE_CHECKING, Any

import pulumi.dynamic  # noqa: F401  (loaded before the fork)
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import ResourceProviderServicer

if TYPE_CHECKING:
    from collections.abc import Callable


def serve(tell: Callable[[int], None]) -> None:
    """Run `python -m pulumi.dynamic` in this process, until it is ended.

    As `__main__`, because `detailed_diff` completes the answers of that module there.

    Args:
        tell: Takes the port.
    """
    setattr(ResourceProviderServicer, "Attach", _attach)  # noqa: B010  (the wheel's server lacks it; the engine calls it)
    sys.stdout = _Port(tell)
    runpy.run_module("pulumi.dynamic", run_name="__main__", alter_sys=True)


def _attach(_self: ResourceProviderServicer, _request: Any, _context: Any) -> Empty:  # noqa: ANN401  (generated messages)
    return Empty()


class _Port:
    """Standard output of a plugin: the first line is its port."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._tell = tell
        self.buffer = self

    def write(self, data: bytes | str) -> int:
        """Take the port; whatever follows goes nowhere."""
        if isinstance(data, bytes):
            self._tell(int(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""
