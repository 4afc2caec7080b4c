"""The report as a JSON document, for programs.

Shape, version 1 (docs/json-report.md describes it): keys are only ever added to a version; anything else gives a new one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.allowed import Allowed
    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin

VERSION = 1


def json_form(checked: Sequence[Checked], tool_version: str) -> str:
    """The document, ASCII only: a file name may hold bytes that are no text."""
    document = {
        "version": VERSION,
        "tool": {"name": "codercfg", "version": tool_version},
        "ok": all(item.ok for item in checked),
        "inputs": [_input(item) for item in checked],
    }
    return json.dumps(document, indent=2) + "\n"


def _input(item: Checked) -> dict[str, Any]:
    return {
        "input": item.subject,
        "release": item.release or None,
        "ok": item.ok,
        "counts": {severity.value: item.count(severity) for severity in Severity},
        "diagnostics": [diagnostic_form(diagnostic) for diagnostic in item.diagnostics],
        "not_checked": list(item.not_checked),
        "allowed": [_allowed(allowed) for allowed in item.allowed],
    }


def _allowed(allowed: Allowed) -> dict[str, Any]:
    by = "baseline" if allowed.known else "comment"
    return {"by": by, "reason": allowed.reason or None, "diagnostic": diagnostic_form(allowed.diagnostic)}


def diagnostic_form(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "crashes": diagnostic.crashes,
        "message": diagnostic.message,
        "why": diagnostic.why or None,
        "help": diagnostic.help,
        "path": diagnostic.path or None,
        "origin": origin_form(diagnostic.origin),
        "about": list(diagnostic.about),
        "related": [{"message": related.message, "origin": origin_form(related.origin)} for related in diagnostic.related],
    }


def origin_form(origin: Origin) -> dict[str, Any]:
    """A place."""
    return {
        "source": origin.source,
        "file": origin.file,
        "line": origin.line,
        "column": origin.column,
        "end_column": origin.end_column,
        "name": origin.name,
    }
