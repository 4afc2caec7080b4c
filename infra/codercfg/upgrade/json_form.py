"""A rehearsal as a JSON document, for programs.

Version 1: keys are only ever added to a version; anything else gives a new one. A finding has the shape of docs/json-report.md.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.json_form import diagnostic_form

if TYPE_CHECKING:
    from codercfg.upgrade.rehearsal import Rehearsal
    from codercfg.upgrade.verdict import Verdict

VERSION = 1


def json_form(rehearsal: Rehearsal, tool_version: str) -> str:
    """The document, ASCII only: a file name may hold bytes that are no text."""
    document = {
        "version": VERSION,
        "tool": {"name": "codercfg", "version": tool_version},
        "input": rehearsal.file,
        "from": str(rehearsal.source) if rehearsal.source is not None else None,
        "to": str(rehearsal.target),
        "ok": rehearsal.ok,
        "steps": [{"when": step.when.value, **diagnostic_form(step.finding)} for step in rehearsal.steps],
        "options": {path: [_verdict(item) for item in found] for path, found in rehearsal.options.items()},
        "not_checked": list(rehearsal.not_checked),
    }
    return json.dumps(document, indent=2) + "\n"


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "surface": verdict.surface,
        "name": verdict.name,
        "standing": verdict.standing.value,
        "effect": verdict.effect.value,
        "code": verdict.code or None,
        "other": verdict.other or None,
    }
