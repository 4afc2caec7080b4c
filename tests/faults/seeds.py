"""Seeds of this run: `make faults RUNS=100 SEED=1`; the suite takes fewer."""

from __future__ import annotations

import os

IN_THE_SUITE = 16


def seeds(share: int = 1) -> list[int]:
    """Return the seeds; of those of the suite, one in `share`, where a run takes longer."""
    first = int(os.environ.get("CODERCFG_FAULT_SEED", "1"))
    count = os.environ.get("CODERCFG_FAULT_RUNS", "")
    return list(range(first, first + (int(count) if count else IN_THE_SUITE // share)))
