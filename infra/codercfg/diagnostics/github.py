"""Workflow commands by which GitHub Actions annotates the files of a pull request.

Source: GitHub's documentation of workflow commands: `%`, CR and LF are percent-encoded in a message, `:` and `,` in a property as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.summary import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.diagnostic import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github(checked: Sequence[Checked]) -> str:
    """One annotation a finding, then the summary, which GitHub shows in the log only."""
    lines = [_annotation(diagnostic) for item in checked for diagnostic in item.diagnostics]
    # A summary that begins with `::` would be a command; a subject may hold anything.
    return "\n".join([*lines, summary(checked).replace("::", ": :")]) + "\n"


def _annotation(diagnostic: Diagnostic) -> str:
    properties = {**_place(diagnostic), "title": f"{diagnostic.code}: {diagnostic.message}"}
    written = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_body(diagnostic).translate(_MESSAGE)}"


def _place(diagnostic: Diagnostic) -> dict[str, object]:
    origin = diagnostic.origin
    place = {"file": origin.file, "line": origin.line, "endLine": origin.line, "col": origin.column, "endColumn": origin.end_column}
    return {key: value for key, value in place.items() if value is not None} if origin.file is not None else {}


def _body(diagnostic: Diagnostic) -> str:
    where = "" if diagnostic.origin.file is not None else f"{diagnostic.origin}: "
    parts = [f"{where}{diagnostic.message}"]
    if diagnostic.why:
        parts.append(f"why: {diagnostic.why}")
    parts.append(f"help: {diagnostic.help}")
    parts.extend(f"{related.message}: {related.origin}" for related in diagnostic.related)
    return "\n".join(parts)
