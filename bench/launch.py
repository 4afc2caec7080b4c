"""Runs whole processes, interleaved, and keeps the medians: the machine's drift then hits every row alike."""

from __future__ import annotations

import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Cost:
    """The median cost of one command: wall seconds, processor seconds, megabytes of peak memory."""

    wall: float
    cpu: float
    megabytes: float


class BenchError(Exception):
    """A measurement that could not be made, with the reason."""


def build_launcher(folder: Path) -> Path:
    """Compile the launcher.

    Raises:
        BenchError: There is no C compiler.
    """
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise BenchError("no C compiler: install gcc to measure whole processes")
    built = folder / "launcher"
    subprocess.run([compiler, "-O2", "-static", "-o", built, HERE / "launcher.c"], check=True, timeout=120)
    return built


def interleaved(launcher: Path, commands: dict[str, list[str]], rounds: int, warm_up: int = 2) -> dict[str, Cost]:
    """The median cost of every command, each run once a round.

    Raises:
        BenchError: A command failed; its output is shown.
    """
    samples = rounds_of(launcher, commands, rounds, warm_up)
    return {name: _median([sample[name] for sample in samples]) for name in commands}


def rounds_of(launcher: Path, commands: dict[str, list[str]], rounds: int, warm_up: int = 2) -> list[dict[str, Cost]]:
    """What every command cost in each round.

    Raises:
        BenchError: A command failed; its output is shown.
    """
    samples = [{name: measured(launcher, name, command) for name, command in commands.items()} for _ in range(warm_up + rounds)]
    return samples[warm_up:]


def measured(launcher: Path, name: str, command: list[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> Cost:
    """Run a command once; its output is in the file `output` beside the launcher.

    Raises:
        BenchError: It failed; its output is shown.
    """
    output = launcher.with_name("output")
    done = subprocess.run([launcher, output, *command], capture_output=True, text=True, check=True, timeout=600, cwd=cwd, env=env)
    wall, cpu, kilobytes, status = done.stdout.split()
    if status != "0":
        raise BenchError(f"{name} left with status {status}:\n{output.read_text(errors='replace')[-2000:]}")
    return Cost(float(wall), float(cpu), int(kilobytes) / 1024)


def _median(rows: list[Cost]) -> Cost:
    return Cost(*(statistics.median(getattr(row, name) for row in rows) for name in ("wall", "cpu", "megabytes")))
