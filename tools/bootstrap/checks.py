"""`make lint` and `make test`."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tools.bootstrap import control_plane, etcd, pulumi_cli, venv
from tools.bootstrap.failure import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.bootstrap.paths import Paths

# One process for each core; a file stays in one of them, because its tests share what is slow to make. Slow levels begin, units fill up.
SHARED = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
KILLED = ("tests/faults/test_killed_at_any_moment.py", "tests/cluster/test_killed_updates.py")
LINT = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))


def lint(paths: Paths) -> int:
    """Run every static check and return 0 if all passed; one failure does not hide the next."""
    venv.ensure(paths)
    codes = [_module(paths, command) for command in LINT]
    return max(codes)


def run_tests(paths: Paths, arguments: Sequence[str] = ()) -> int:
    """Run the static checks, then every test level that this machine can run; pytest prints the last line."""
    code = lint(paths)
    for problem in missing_tools(paths):
        print(f"note: {problem}", file=sys.stderr, flush=True)
    if code:
        return code
    return _module(paths, ("pytest", *SHARED, "--cov", "--cov-branch", "--cov-report=term", *arguments))


def kill_updates(paths: Paths, runs: int, seed: int) -> int:
    """Kill that many updates with each target, from one seed on; pytest prints the last line, and with a failure how to repeat it."""
    venv.ensure(paths)
    for problem in missing_tools(paths):
        print(f"note: {problem}", file=sys.stderr, flush=True)
    os.environ.update({"CODERCFG_FAULT_RUNS": str(runs), "CODERCFG_FAULT_SEED": str(seed)})
    return _module(paths, ("pytest", *SHARED, *KILLED))


def tools(paths: Paths) -> int:
    """Get everything the engine and cluster tests need; return 1 if something could not be had."""
    venv.ensure(paths)
    problems = missing_tools(paths)
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr, flush=True)
    return 1 if problems else 0


def missing_tools(paths: Paths) -> list[str]:
    """Get each tool in turn and return why some could not be had, with the test level that is skipped for it."""

    def cli() -> None:
        venv.write_shim(paths, pulumi_cli.ensure(paths))

    return [
        *_attempt("engine", cli),
        *_attempt("cluster", lambda: control_plane.API_SERVER.ensure(paths)),
        *_attempt("cluster", lambda: control_plane.CONTROLLER_MANAGER.ensure(paths)),
        *_attempt("cluster", lambda: etcd.ensure(paths)),
    ]


def _attempt(level: str, get: Callable[[], object]) -> list[str]:
    try:
        get()
    except SetupError as error:
        return [f"{level} tests cannot run: {error}"]
    return []


def _module(paths: Paths, command: Sequence[str]) -> int:
    return subprocess.run([paths.python, "-m", *command], cwd=paths.root, check=False).returncode
