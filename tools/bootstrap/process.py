"""Run a slow program: its output goes to a log, the terminal shows that it lives, and it never outlives its time."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tools.bootstrap.failure import SetupError, explain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

HEARTBEAT_SECONDS = 15.0


def run_logged(
    command: Sequence[str | Path],
    *,
    step: str,
    log: Path,
    limit_seconds: float,
    environ: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> str:
    """Run a program to its end and return what it printed.

    Args:
        command: program and arguments.
        step: what this does, as the subject of a sentence ("Building pulumi").
        log: file for the output; readable by the owner only, as package managers print URLs.
        limit_seconds: after this the program and its children are killed.
        environ: the whole environment of the program; None passes on our own.
        cwd: where it runs.

    Raises:
        SetupError: it could not start, failed, or took too long.
    """
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with log.open("wb") as output:
        log.chmod(0o600)
        try:
            # Its own session, so that the compilers a build starts die with it.
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=environ, cwd=cwd, start_new_session=True
            )
        except OSError as error:
            raise SetupError(f"{step} failed: {error.strerror}: {command[0]}.", "install that program or put it on PATH") from None
        try:
            code = _wait(process, step, limit_seconds)
        finally:
            _kill_group(process)
    text = log.read_text(encoding="utf-8", errors="replace")
    if code is None:
        raise SetupError(
            f"{step} was stopped after {limit_seconds:.0f} seconds (output: {log}).", "check the network and run the command again"
        )
    if code != 0:
        raise explain(step, text, log=str(log))
    return text


def _wait(process: subprocess.Popen[bytes], step: str, limit_seconds: float) -> int | None:
    start = time.monotonic()
    next_sign = start + HEARTBEAT_SECONDS
    while (now := time.monotonic()) - start < limit_seconds:
        if now >= next_sign:
            print(f"  {step} ... {_clock(now - start)}", file=sys.stderr, flush=True)
            next_sign += HEARTBEAT_SECONDS
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(timeout=min(1.0, max(0.01, limit_seconds - (now - start))))
    return None


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def said_by(command: Sequence[str | Path], *, limit_seconds: float = 20, environ: Mapping[str, str] | None = None) -> str:
    """Return the standard output of a short question to a program, or "" when it has no answer."""
    try:
        answer = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=limit_seconds, check=False, env=environ
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
