"""`codercfg rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.parser import Parser
from codercfg.cli.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.code_doc import CodeDoc

_DESCRIPTION = """\
List every diagnostic code: what it reports, how bad that is, and for which releases.

`codercfg explain <code>` shows the page of one.
"""


def run(arguments: Sequence[str]) -> int:
    """Print the codes."""
    parser = Parser("rules", _DESCRIPTION)
    parser.add_argument("filter", nargs="?", default="", metavar="FILTER", help="only codes with this text in code, name or summary")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="form of the list (default: table)")
    given = parser.parse_args(arguments)

    from codercfg.reference.code_docs import code_docs

    docs = [doc for doc in code_docs().values() if _matches(doc, given.filter.casefold())]
    print(_json(docs) if given.format == "json" else _table(docs), end="")
    return ExitCode.OK


def _matches(doc: CodeDoc, text: str) -> bool:
    return any(text in part.casefold() for part in (doc.code, doc.name, doc.summary))


def _table(docs: list[CodeDoc]) -> str:
    return table(("code", "severity", "releases", "name"), [(doc.code, doc.severity, doc.releases or "all", doc.name) for doc in docs])


def _json(docs: list[CodeDoc]) -> str:
    import json
    from dataclasses import asdict

    return json.dumps([asdict(doc) for doc in docs], indent=2) + "\n"
