"""Times functions inside one process: batches of about 50 ms, the median batch counts.

Processor time, which leaves out what other programs of the machine take.
"""

from __future__ import annotations

import gc
import statistics
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BATCH_SECONDS = 0.05


def microseconds(functions: dict[str, Callable[[], object]], batches: int = 11) -> dict[str, float]:
    """Microseconds a call of each function, the batches of all functions interleaved."""
    counts = {name: _calls_in_a_batch(function) for name, function in functions.items()}
    samples: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(batches):
        for name, function in functions.items():
            samples[name].append(_batch(function, counts[name]))
    return {name: statistics.median(rows) * 1e6 for name, rows in samples.items()}


def _calls_in_a_batch(function: Callable[[], object]) -> int:
    function()
    once = _batch(function, 3)
    return max(1, min(100_000, int(_BATCH_SECONDS / max(once, 1e-9))))


def _batch(function: Callable[[], object], calls: int) -> float:
    gc.collect()
    begin = process_time()
    for _ in range(calls):
        function()
    return (process_time() - begin) / calls
