"""Rows that start processes: the cold costs."""

from __future__ import annotations

import statistics
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import fixtures
from instructions import millions
from launch import HERE, Cost, interleaved, rounds_of

if TYPE_CHECKING:
    from pathlib import Path

_PYTHON = sys.executable
_FLOOR = "from pydantic import BaseModel\nclass M(BaseModel):\n    a: int = 1\nM()\n"
_ROUNDS = 15
_PROGRAM_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a run of the benchmark keeps its files, and the tools that it found."""

    folder: Path
    launcher: Path
    helm: str | None


def codercfg(*arguments: str) -> list[str]:
    """The command line of the program under test, without the launcher script that an installer writes."""
    return [_PYTHON, "-m", "codercfg.cli", *arguments]


def helm_template(helm: str) -> list[str]:
    """The incumbent on a chart of ours that makes 10 objects with 150 variables."""
    return [helm, "template", "coder", str(HERE / "chart")]


def cold(bench: Bench) -> dict[str, float]:
    """B1, B3, B4, B6, B7 and B17."""
    stacks = [str(path) for path in fixtures.write_stacks(bench.folder / "five", 5)]
    commands = {
        "P0": [_PYTHON, "-c", "pass"],
        "P1": [_PYTHON, "-c", _FLOOR],
        "check": codercfg("check", stacks[0]),
        "render": codercfg("render", "--stdout", stacks[0]),
        "help": codercfg("--help"),
        "version": codercfg("--version"),
    }
    if bench.helm is not None:
        commands["H"] = helm_template(bench.helm)
        commands["five"] = [_PYTHON, str(HERE / "render_many.py"), *stacks]
    cost = interleaved(bench.launcher, commands, _ROUNDS)
    return {**_ours(cost), **(_against_helm(cost) if "H" in cost else {})}


def _ours(cost: dict[str, Cost]) -> dict[str, float]:
    return {
        "B1": cost["check"].wall / cost["P1"].wall,
        "B3": cost["render"].wall / cost["P1"].wall,
        "B6": max(cost["check"].megabytes, cost["render"].megabytes),
        "B7": max(cost["help"].wall, cost["version"].wall) / cost["P0"].wall,
        "B7m": max(cost["help"].megabytes, cost["version"].megabytes),
    }


def _against_helm(cost: dict[str, Cost]) -> dict[str, float]:
    return {
        "B4": cost["render"].wall / cost["H"].wall,
        "B6h": max(cost["check"].megabytes, cost["render"].megabytes) / cost["H"].megabytes,
        "B17": cost["five"].wall / (5 * cost["H"].wall),
    }


def counted(bench: Bench) -> dict[str, float]:
    """B2 and the instructions of B3."""
    stack = str(fixtures.write_stacks(bench.folder / "counted", 1)[0])
    floor = millions([_PYTHON, "-c", _FLOOR], bench.folder)
    return {
        "B2": millions(codercfg("check", stack), bench.folder) / floor,
        "B3i": millions(codercfg("render", "--stdout", stack), bench.folder) / floor,
    }


def batch(bench: Bench) -> dict[str, float]:
    """B14, B15 and B16: 1, 100 and 1,000 stacks in one process."""
    stacks = [str(path) for path in fixtures.write_stacks(bench.folder / "batch", 1000)]
    commands = {str(count): codercfg("check", *stacks[:count]) for count in (1, 100, 1000)}
    commands["P0"] = [_PYTHON, "-c", "pass"]
    if bench.helm is not None:
        commands["H"] = helm_template(bench.helm)
    # Differences of small figures: a machine that changes its pace between two rounds must not decide, so each round is judged by itself.
    each = [_batch_figures(cost) for cost in rounds_of(bench.launcher, commands, rounds=11, warm_up=1)]
    return {row: statistics.median(figures[row] for figures in each) for row in each[0]}


def _batch_figures(cost: dict[str, Cost]) -> dict[str, float]:
    # Processor time: these run on one core, and it does not count what other programs of the machine take.
    late = (cost["1000"].cpu - cost["100"].cpu) / 900
    early = (cost["100"].cpu - cost["1"].cpu) / 99
    figures = {"B15": late / cost["P0"].cpu, "B16": late / early, "B16m": cost["1000"].megabytes - cost["1"].megabytes}
    return {**figures, "B14": (cost["1000"].wall - cost["100"].wall) / 900 / cost["H"].wall} if "H" in cost else figures


def program(bench: Bench) -> dict[str, float]:
    """B18."""
    stack = bench.folder / "Pulumi.ten.yaml"
    stack.write_text(fixtures.stack_of_ten(), encoding="utf-8")
    commands = {"PP": [_PYTHON, "-c", "import pulumi"], "program": [_PYTHON, str(HERE / "pulumi_program.py"), str(stack)]}
    cost = interleaved(bench.launcher, commands, _PROGRAM_ROUNDS)
    return {"B18": cost["program"].wall / cost["PP"].wall}
