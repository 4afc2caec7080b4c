"""A coverage-guided fuzzer of the standard library alone: `python tests/fuzz/run.py stack --seconds 60`.

An input that reaches lines of the package which no input before it reached is kept and changed further. A traceback or an input that
takes too long is written into a folder, and makes the exit code 1. docs/fuzzing.md tells more.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.mutate import mutated
from fuzz.targets import ROOT, TARGETS, seeds

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

SECONDS_AN_INPUT = 20  # tracing lines makes a check some thirty times slower
LONGEST = 8_000
PACKAGE = str(ROOT / "infra" / "codercfg")

Line = tuple[str, int]


class TooSlowError(Exception):
    """An input took longer than it may."""


def main(arguments: list[str] | None = None) -> int:
    """Fuzz one target for some seconds; 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--found", type=Path, default=ROOT / ".cache" / "fuzz", help="folder for inputs that failed")
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGALRM, _too_slow)
    fuzzer = Fuzzer(TARGETS[given.target], random.Random(given.seed), given.found)
    end = time.monotonic() + given.seconds
    for data in seeds(given.target):
        if time.monotonic() < end:
            fuzzer.feed(data)
    while time.monotonic() < end and fuzzer.corpus:
        fuzzer.feed(mutated(fuzzer.corpus, fuzzer.chance)[:LONGEST])
    figures = f"{fuzzer.runs} inputs, {len(fuzzer.corpus)} kept, {len(fuzzer.seen)} lines reached, {fuzzer.failed} failed"
    sys.stdout.write(f"{given.target}: {figures}\n")
    return 1 if fuzzer.failed else 0


class Fuzzer:
    """The inputs so far and the lines that they reached."""

    def __init__(self, target: Callable[[bytes], None], chance: random.Random, folder: Path) -> None:
        """Begin with nothing."""
        self.target, self.chance, self.folder = target, chance, folder
        self.corpus: list[bytes] = []
        self.seen: set[Line] = set()
        self.runs = self.failed = 0

    def feed(self, data: bytes) -> None:
        """Run one input, keep it when it reached something new, and report it when it failed."""
        self.runs += 1
        reached: set[Line] = set()
        before = sys.gettrace()  # a run under coverage would measure nothing more
        signal.alarm(SECONDS_AN_INPUT)
        sys.settrace(lambda frame, _event, _argument: _tracer(frame, reached))
        try:
            self.target(data)
        except Exception:  # noqa: BLE001  (finding any is the point)
            sys.settrace(before)
            self._report(data)
        finally:
            sys.settrace(before)
            signal.alarm(0)
        if not reached <= self.seen:
            self.seen |= reached
            self.corpus.append(data)

    def _report(self, data: bytes) -> None:
        self.failed += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / sha256(data).hexdigest()[:16]
        path.write_bytes(data)
        sys.stdout.write(f"{path}\n{traceback.format_exc(limit=-3)}\n")


def _tracer(frame: FrameType, reached: set[Line]) -> Any:
    """Follow lines of the package only: everything else would cost time and tell nothing."""
    file = frame.f_code.co_filename
    if not file.startswith(PACKAGE):
        return None

    def line(inner: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            reached.add((file, inner.f_lineno))
        return line

    return line


def _too_slow(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError(f"longer than {SECONDS_AN_INPUT} seconds")


if __name__ == "__main__":
    sys.exit(main())
