"""Measures every row and prints one table; leaves with status 1 when a budget is exceeded."""

from __future__ import annotations

import compileall
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import fleet
import functions
import preview_program
import processes
from gates import GATES, Gate, Verdict
from launch import HERE, BenchError, build_launcher

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = max(len(gate.what) for gate in GATES)


def main() -> int:
    """Measure, print, and judge."""
    # Without byte-code every start would compile all our modules, and the rows would measure the compiler.
    compileall.compile_dir(HERE.parent / "infra", quiet=1)
    figures: dict[str, float] = {}
    reasons: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for measure in _measures(Path(folder), reasons):
            try:
                figures.update(measure())
            except BenchError as error:
                reasons.append(str(error))
    verdicts = [gate.verdict(figures) for gate in GATES]
    for gate, verdict in zip(GATES, verdicts, strict=True):
        print(_line(gate, verdict, figures))
    print(*reasons, sep="\n")
    broken = sum(verdict is Verdict.BROKEN for verdict in verdicts)
    print(f"{broken} of {len(GATES)} budgets exceeded" if broken else "all measured budgets hold")
    return 1 if broken else 0


def _measures(folder: Path, reasons: list[str]) -> list[Callable[[], dict[str, float]]]:
    helm = os.environ.get("CODERCFG_BENCH_HELM") or shutil.which("helm")
    if helm is None:
        reasons.append("skipped: the rows that compare with helm; there is none on PATH, and CODERCFG_BENCH_HELM names none")
    warm = [functions.documents, functions.stacks, functions.objects]
    try:
        bench = processes.Bench(folder, build_launcher(folder), helm)
    except BenchError as error:
        reasons.append(str(error))
        return warm
    cold = (processes.cold, processes.counted, processes.batch, processes.program, preview_program.previews, fleet.fleet)
    return [*(partial(measure, bench) for measure in cold), *warm]


def _line(gate: Gate, verdict: Verdict, figures: dict[str, float]) -> str:
    figure = f"{figures[gate.row]:8.3f}" if gate.row in figures else "       -"
    return f"{gate.row:<4} {gate.what:<{_WIDTH}} {figure}  ≤ {gate.limit:<8.3g} {verdict.value}"


if __name__ == "__main__":
    sys.exit(main())
