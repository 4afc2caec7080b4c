"""Counts instructions with callgrind: the same program gives the same number, whatever else the machine does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from launch import BenchError

if TYPE_CHECKING:
    from pathlib import Path

_TOTAL = re.compile(r"^summary: (\d+)|^totals: (\d+)", re.MULTILINE)


def millions(command: list[str], folder: Path) -> float:
    """Millions of instructions that `command` executes.

    Raises:
        BenchError: valgrind is absent, or the command failed.
    """
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise BenchError("no valgrind: install it to count instructions")
    out = folder / "callgrind.out"
    environ = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [valgrind, "--tool=callgrind", f"--callgrind-out-file={out}", *command],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=environ,
    )
    if done.returncode != 0:
        raise BenchError(f"{command[0]} left with status {done.returncode} under valgrind:\n{done.stderr[-2000:]}")
    match = _TOTAL.search(out.read_text())
    if match is None:
        raise BenchError("callgrind wrote no total")
    return int(match[1] or match[2]) / 1e6
