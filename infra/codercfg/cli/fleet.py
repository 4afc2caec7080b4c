"""`codercfg fleet`."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.cli.ended import clean_up_when_ended
from codercfg.cli.exit_code import ExitCode, WrongUseError
from codercfg.cli.input_files import read_text
from codercfg.cli.parser import Parser
from codercfg.cli.stacks import named_file
from codercfg.cli.terminal import style
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from codercfg.fleet.outcome import StackOutcome

_DESCRIPTION = """\
Preview many stacks of one project at once, with the real Pulumi engine, and say of each what an
update would do. Needs the Pulumi CLI; nothing is changed.

  codercfg fleet preview stacks/*                          stack files, or names of stacks
  codercfg fleet preview stacks/* --jobs 8 --format json
  codercfg fleet preview prod-eu prod-us --expect-no-changes

Files are checked first; a stack with errors never starts the engine. Backend, passphrase and
plugins are those of `pulumi preview`: the environment is passed on. A stack that was never made
there, as `make up` and `pulumi stack init` do, is "not in the backend".
Exit codes: 0 ok, 1 a stack has no preview or, with --expect-no-changes, a change, 2 wrong use.
"""
_MOST_JOBS = 256
_OVERRIDE = "CODERCFG_STACK_FILE"  # names one file for one stack


def run(arguments: Sequence[str]) -> ExitCode:
    """Preview, print the summary, and say by the exit code whether all is well."""
    given = _parser().parse_args(arguments)
    if given.action != "preview":
        raise WrongUseError(f"there is no `codercfg fleet {printable(given.action)}`; write `codercfg fleet preview`")
    _refuse_wrong_numbers(given)
    begin = time.monotonic()
    outcomes = _outcomes(given)
    wall = time.monotonic() - begin
    if given.format == "json":
        from codercfg.cli.version import VERSION
        from codercfg.fleet.json_form import json_form

        print(json_form(outcomes, wall, given.jobs, VERSION), end="")
    else:
        from codercfg.fleet.text_form import text_form

        print(text_form(outcomes, wall, style(given.color)), end="")
    return _exit_code(outcomes, expect_no_changes=given.expect_no_changes)


def _parser() -> Parser:
    parser = Parser("fleet", _DESCRIPTION)
    parser.add_argument("action", metavar="preview", help="the word `preview`")
    parser.add_argument("stacks", nargs="+", metavar="STACK", help="stack file, or name of a stack in stacks/")
    parser.add_argument("--jobs", type=int, default=_processors(), metavar="N", help="previews at once (default: one for each processor)")
    parser.add_argument("--timeout", type=float, default=300.0, metavar="SECONDS", help="end a preview that takes longer (default: 300)")
    parser.add_argument("--expect-no-changes", action="store_true", help="end with exit code 1 when a stack has changes")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the summary (default: text)")
    parser.add_color()
    return parser


def _processors() -> int:
    """Those that this process may use: in a container often fewer than the machine has."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _refuse_wrong_numbers(given: Namespace) -> None:
    if not 1 <= given.jobs <= _MOST_JOBS:
        raise WrongUseError(f"--jobs takes a number from 1 to {_MOST_JOBS}")
    if not 0 < given.timeout < float("inf"):
        raise WrongUseError("--timeout takes a number of seconds above 0")


def _outcomes(given: Namespace) -> tuple[StackOutcome, ...]:
    from codercfg.fleet.preview import Settings, preview_all
    from codercfg.fleet.project import ProjectError
    from codercfg.fleet.selection import project_of, select

    files = [_readable(name) for name in given.stacks]
    try:
        project, names = project_of(files)
    except ProjectError as error:
        raise WrongUseError(printable(str(error))) from None
    cli = shutil.which("pulumi")
    if cli is None:
        raise WrongUseError("there is no `pulumi` on PATH: run `make tools` and activate .venv, or install the Pulumi CLI")
    clean_up_when_ended()
    environ = {name: value for name, value in os.environ.items() if name != _OVERRIDE}
    return preview_all(project, select(files, names, project.root), Settings(cli, given.jobs, given.timeout, environ))


def _readable(name: str) -> Path:
    file = named_file(name)
    read_text(file)  # refuses what is no readable text, for every stack before the first is previewed
    return Path(file)


def _exit_code(outcomes: Sequence[StackOutcome], *, expect_no_changes: bool) -> ExitCode:
    from codercfg.fleet.outcome import NO_PREVIEW, Verdict

    accepted = {Verdict.NO_CHANGE} if expect_no_changes else set(Verdict) - NO_PREVIEW
    return ExitCode.OK if all(item.verdict in accepted for item in outcomes) else ExitCode.FINDINGS
