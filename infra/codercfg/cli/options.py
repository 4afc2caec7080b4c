"""`codercfg options`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.parser import Parser
from codercfg.cli.releases import parse_release
from codercfg.cli.table import table
from codercfg.releases.table import newest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.reference.option_rows import OptionRow

_DESCRIPTION = """\
List the options of a Coder release, with their names on all surfaces.

  codercfg options oidc                  options with `oidc` in one of their names
  codercfg options --release 2.33 --format json
"""


def run(arguments: Sequence[str]) -> int:
    """Print the options of a release."""
    parser = Parser("options", _DESCRIPTION)
    parser.add_argument("filter", nargs="?", default="", metavar="FILTER", help="only options with this text in one of their names")
    parser.add_release("the newest one that is known")
    parser.add_argument("--format", choices=("table", "json", "markdown"), default="table", help="form of the list (default: table)")
    given = parser.parse_args(arguments)

    from codercfg.reference.option_rows import option_rows

    release = parse_release(given.release) if given.release else newest()
    rows = [row for row in option_rows(release) if row.matches(given.filter)]
    print({"table": _table, "json": _json, "markdown": _markdown}[given.format](rows), end="")
    return ExitCode.OK


def _table(rows: list[OptionRow]) -> str:
    cells = [(row.path, row.env or f"--{row.flag}", row.type, _default(row), _note(row)) for row in rows]
    return table(("option", "variable", "type", "default", ""), cells)


def _json(rows: list[OptionRow]) -> str:
    import json
    from dataclasses import asdict

    return json.dumps([asdict(row) for row in rows], indent=2) + "\n"


def _markdown(rows: list[OptionRow]) -> str:
    lines = ["| option | variable | flag | server YAML | type | default | |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        default = f"`{_default(row)}`" if row.default else ""
        names = (f"`{row.path}`", row.env and f"`{row.env}`", f"`--{row.flag}`", row.yaml and f"`{row.yaml}`")
        cells = (*names, row.type, default, _note(row))
        lines.append("| " + " | ".join((cell or "").replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _default(row: OptionRow) -> str:
    return row.default or ""


def _note(row: OptionRow) -> str:
    notes = [
        "second name" if row.alias_of else "",
        "secret" if row.secret else "",
        "licence" if row.enterprise else "",
        f"since {row.since}" if row.since else "",
        f"until {row.until}" if row.until else "",
        f"use {', '.join(row.use_instead)}" if row.use_instead else "",
    ]
    return ", ".join(filter(None, notes))
