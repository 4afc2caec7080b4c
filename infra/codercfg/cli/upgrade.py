"""`codercfg upgrade`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.parser import Parser
from codercfg.cli.releases import parse_release
from codercfg.cli.stacks import STACK_HELP, load
from codercfg.cli.terminal import style

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = """\
Rehearse an upgrade of the Coder server with a stack: what would stop it, what would be read
otherwise, which defaults change, what has new names; and by when something has to be done: before
the upgrade, after it, or never.

  codercfg upgrade prod --to 2.34.1
  codercfg upgrade prod --to 2.34.1 --options        also what becomes of every option of the stack
  codercfg upgrade prod --to 2.34.1 --format json

Nothing is changed; `codercfg migrate` rewrites what can be rewritten.
Exit codes: 0 nothing has to be done before, 1 something has, 2 wrong use or unreadable input.
"""


def run(arguments: Sequence[str]) -> ExitCode:
    """Print the rehearsal, and say by the exit code whether something has to be done first."""
    parser = Parser("upgrade", _DESCRIPTION)
    parser.add_argument("stack", metavar="STACK", help=STACK_HELP)
    parser.add_argument("--to", required=True, metavar="RELEASE", help="the release to upgrade to, such as 2.34.1")
    parser.add_argument("--options", action="store_true", help="also show every option of the stack, with its names in the new release")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the output (default: text)")
    parser.add_argument("--read-files", action="store_true", help="also check the files that options name")
    parser.add_open()
    parser.add_color()
    given = parser.parse_args(arguments)
    target = parse_release(given.to)
    from codercfg.cli.input_files import read_named_file
    from codercfg.upgrade.rehearsal import rehearse_loaded

    loaded = load(given.stack, read_files=given.read_files, with_secrets=given.open)
    rehearsal = rehearse_loaded(loaded, target, read_named_file if given.read_files else None)
    if given.format == "json":
        from codercfg.cli.version import VERSION
        from codercfg.upgrade.json_form import json_form

        print(json_form(rehearsal, VERSION), end="")
    else:
        from codercfg.reference.key_words import visibility
        from codercfg.upgrade.text_form import text_form

        print(text_form(rehearsal, style(given.color), visibility(), all_options=given.options), end="")
    return ExitCode.OK if rehearsal.ok else ExitCode.FINDINGS
