"""Run the Pulumi CLI as typed, with this clone's defaults; what `.venv/bin/pulumi` calls."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bootstrap import stack_files
from tools.bootstrap.around_update import around_update
from tools.bootstrap.cli_environ import cli_environ
from tools.bootstrap.failure import SetupError, explain
from tools.bootstrap.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType


ENVIRON = "--codercfg-environ"  # asks what this adds to the environment; `codercfg fleet preview` runs programs with it


def main(argv: Sequence[str]) -> int:
    """Run `argv` (path of the CLI, then its arguments) and return its exit code."""
    try:
        return run(Path(argv[0]), argv[1:], Paths())
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
    except OSError as error:
        print(f"error: {explain('Running Pulumi', str(error))}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def run(cli: Path, arguments: Sequence[str], paths: Paths) -> int:
    """Run the CLI and leave stack files without a salt as they were.

    Raises:
        SetupError: the CLI is gone, the passphrase is, or the disk is full.
    """
    if not cli.exists():
        raise SetupError(f"{cli} is gone.", "run `make tools`")
    environ = cli_environ(paths, cli)
    if list(arguments) == [ENVIRON]:
        print(json.dumps({name: value for name, value in environ.items() if os.environ.get(name) != value}))
        return 0
    before = stack_files.without_salt(paths.stacks)
    try:
        with around_update(cli, arguments, environ, paths) as command:
            command.code = _wait(subprocess.Popen([cli, *arguments], env=environ))
    finally:
        stack_files.restore(before)
    return command.code


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Wait for the CLI to end; it decides what a signal means (the first Ctrl-C lets it finish its current step)."""

    def pass_on(number: int, _frame: FrameType | None) -> None:
        process.send_signal(number)

    # A terminal sends Ctrl-C to both of us; the CLI has it already.
    signal.signal(signal.SIGINT, lambda _number, _frame: None)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, pass_on)
    code = process.wait()
    return 128 - code if code < 0 else code
