"""`codercfg migrate`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode, WrongUseError
from codercfg.cli.parser import Parser
from codercfg.cli.releases import parse_release
from codercfg.cli.report_output import text_report
from codercfg.cli.stacks import STACK_HELP
from codercfg.cli.terminal import style
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.migrate.migrate import Migration
    from codercfg.releases.release import Release

_DESCRIPTION = """\
Rewrite a stack file for another release: older AI options become listed providers, old variable
names become new ones, what the release lacks goes with a comment, and `coder:release` names the
release. All else stays as it is, byte for byte. Encrypted values move without being decrypted.

  codercfg migrate prod --to 2.34.1                   show what would change
  codercfg migrate prod --to 2.34.1 --write           write the file
  codercfg migrate prod --to 2.34.1 --providers hcl   print the AI providers as Terraform
  codercfg migrate prod --to 2.34.1 --providers api   the same as JSON for Coder's API

Nothing is written unless the release takes the result. No output has a secret in it.
"""


def run(arguments: Sequence[str]) -> ExitCode:
    """Print the difference, write the file, or print the providers."""
    parser = Parser("migrate", _DESCRIPTION)
    parser.add_argument("stack", metavar="STACK", help=STACK_HELP)
    parser.add_argument("--to", required=True, metavar="RELEASE", help="the release to rewrite it for, such as 2.34.1")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--diff", action="store_true", help="show what would change (default)")
    what.add_argument("--write", action="store_true", help="write the file in one step; its permissions stay")
    what.add_argument("--providers", choices=("hcl", "api"), help="print the AI providers for the server's database instead")
    parser.add_color()
    given = parser.parse_args(arguments)
    from codercfg.cli.stacks import load
    from codercfg.migrate.migrate import migrate_loaded

    loaded, target = load(given.stack), parse_release(given.to)
    if given.providers:
        return _providers(given, migrate_loaded(loaded, _listing(given.to)))
    migration = migrate_loaded(loaded, target)
    _tell(migration, given.color)
    if migration.after is None:
        print(f"codercfg: {printable(migration.file)} is unchanged: nothing is written before this is in order", file=sys.stderr)
        return ExitCode.FINDINGS
    return _write(migration) if given.write else _show(migration, given.color)


def _listing(to: str) -> Release:
    """The release whose list is printed: the last one with a list, for later ones have only the database."""
    from codercfg.exporters.ai_providers import SINCE
    from codercfg.migrate.providers import LISTED_UNTIL

    target = parse_release(to)
    if not target.at_least(SINCE):
        raise WrongUseError(f"--providers is for {SINCE} and later: earlier releases keep no providers in their database")
    return target if target.at_most(LISTED_UNTIL) else parse_release(f"{LISTED_UNTIL}.0")


def _providers(given: Namespace, migration: Migration) -> ExitCode:
    from codercfg.exporters import ai_providers

    configuration = migration.result.inputs.configuration if migration.result is not None else None
    if migration.after is None or configuration is None:
        _tell(migration, given.color)
        return ExitCode.FINDINGS
    found = ai_providers.providers(configuration.providers)
    print(ai_providers.hcl(found) if given.providers == "hcl" else ai_providers.api(found), end="")
    return ExitCode.OK


def _tell(migration: Migration, color: str) -> None:
    """What there is to say, on standard error: about the file as it is, then about the rewritten one."""
    _report(migration, migration.notes, migration.before, str(migration.source or ""), color)
    rewritten = migration.result.inputs.text if migration.result is not None else ""
    _report(migration, migration.findings, rewritten, str(migration.target), color)


def _report(migration: Migration, found: tuple[Diagnostic, ...], text: str, release: str, color: str) -> None:
    from codercfg.diagnostics.checked import Checked

    if found:
        checked = [Checked(migration.file, release, found)]
        texts = dict.fromkeys({item.origin.file or migration.file for item in found}, text)
        print(text_report(checked, style(color, sys.stderr), texts), end="", file=sys.stderr)


def _show(migration: Migration, color: str) -> ExitCode:
    from codercfg.cli.difference import difference

    shown = difference(migration.file, migration.before, migration.after or "", style(color))
    print(shown or f"{printable(migration.file)} needs no change for Coder {migration.target}\n", end="")
    return ExitCode.OK


def _write(migration: Migration) -> ExitCode:
    from codercfg.cli.rewritten_file import write

    file = Path(migration.file)
    if not file.is_file():
        raise WrongUseError("--write needs a file; what comes from standard input can only be shown")
    if not migration.changed:
        print(f"unchanged  {printable(migration.file)}")
        return ExitCode.OK
    write(file, migration.before, migration.after or "")
    print(f"written    {printable(migration.file)}")
    return ExitCode.OK
