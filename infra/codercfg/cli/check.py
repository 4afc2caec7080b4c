"""`codercfg check`."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.parser import Parser
from codercfg.cli.report_output import FORMATS, exit_code, report_text
from codercfg.cli.stacks import STACK_HELP, load

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from codercfg.diagnostics.checked import Checked

_DESCRIPTION = """\
Say what the Coder server of a release would say, before anything is applied.

  codercfg check stacks/Pulumi.prod.yaml                       stack files, or names of stacks
  codercfg check --open prod                                   also the values of encrypted secrets
  codercfg check --baseline known.json prod                    only what is new since then
  codercfg check --release 2.33.1 --environ coder.env          a file of NAME=value lines
  codercfg check --release 2.33.1 --environ process            the variables of this process
  codercfg check --release 2.33.1 --config server.yaml         the server's YAML file
  codercfg check --release 2.33.1 -- --access-url https://…    arguments behind `coder server`

Exit codes: 0 no error (warnings and notes are none), 1 errors, 2 wrong use or unreadable input.
"""


def run(arguments: Sequence[str]) -> ExitCode:
    """Check, print the report, and say by the exit code whether there are errors."""
    own, server = _split(list(arguments))
    parser = _parser()
    given = parser.parse_args(own)
    by_server = given.environ is not None or given.config is not None or server is not None
    _refuse_wrong_use(parser, given, by_server=by_server)
    texts: dict[str, str] = {}
    checked = [_server(parser, given, server or [], texts)] if by_server else _stacks(parser, given, texts)
    if given.baseline is not None:
        from codercfg.cli.baselines import new_findings, write_baseline

        if given.write_baseline:
            print(write_baseline(checked, given.baseline), end="")
            return ExitCode.OK
        checked = new_findings(checked, given.baseline)
    print(report_text(checked, given.format, given.color, texts), end="")
    return exit_code(checked)


def _refuse_wrong_use(parser: Parser, given: Namespace, *, by_server: bool) -> None:
    if by_server and given.stacks:
        parser.error("stacks and the server's own inputs are checked separately")
    if by_server and given.open:
        parser.error("--open is for stacks: the server's own inputs have no encrypted values")
    if not by_server and not given.stacks:
        parser.error("nothing to check: name a stack, or use --environ, --config or --")
    if given.write_baseline and given.baseline is None:
        parser.error("--write-baseline needs --baseline, the file to write")


def _parser() -> Parser:
    parser = Parser("check", _DESCRIPTION, "options of `coder server` stand behind `--`")
    parser.add_argument("stacks", nargs="*", metavar="STACK", help=STACK_HELP)
    parser.add_argument("--environ", metavar="FILE", help="variables from a file, from standard input (-) or of this process (process)")
    parser.add_argument("--config", metavar="FILE", help="the server's YAML file")
    parser.add_argument("--release", metavar="RELEASE", help="for the server's own inputs: their Coder release; a stack file names its own")
    parser.add_argument("--format", choices=FORMATS, default="text", help="form of the report (default: text)")
    parser.add_argument("--read-files", action="store_true", help="also check the files that options name")
    parser.add_open()
    parser.add_argument("--baseline", metavar="FILE", help="report only what this list of known findings does not hold")
    parser.add_argument(
        "--write-baseline", action="store_true", help="write the list (--baseline) anew with all findings of now, and report nothing"
    )
    parser.add_color()
    return parser


def _split(arguments: list[str]) -> tuple[list[str], list[str] | None]:
    """Our arguments, and those of the server behind `--`."""
    if "--" not in arguments:
        return arguments, None
    place = arguments.index("--")
    return arguments[:place], arguments[place + 1 :]


def _server(parser: Parser, given: Namespace, server: list[str], texts: dict[str, str]) -> Checked:
    if given.release is None:
        parser.error("--release is needed: every check depends on it")
    from codercfg.cli.server_inputs import check_server_inputs

    return check_server_inputs(given.environ, given.config, server, given.release, texts, read_files=given.read_files)


def _stacks(parser: Parser, given: Namespace, texts: dict[str, str]) -> list[Checked]:
    if given.release is not None:
        parser.error("the release of a stack stands in its file; --release is for the server's own inputs")
    checked = []
    for number, name in enumerate(given.stacks):
        if number == 1:
            # One check leaves little garbage; a thousand would leave much. What is loaded by now stays anyway.
            gc.freeze()
            gc.enable()
        checked.append(_stack(name, texts, read_files=given.read_files, with_secrets=given.open))
    return checked


def _stack(name: str, texts: dict[str, str], *, read_files: bool, with_secrets: bool) -> Checked:
    from codercfg.diagnostics.checked import Checked

    loaded = load(name, read_files=read_files, with_secrets=with_secrets)
    report = loaded.report
    if report.diagnostics:
        texts[loaded.inputs.file] = loaded.inputs.text
    return Checked(loaded.inputs.file, report.release, report.diagnostics, report.not_checked, report.allowed)
