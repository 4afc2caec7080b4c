"""A fleet's previews as a JSON document, for programs.

Shape, version 1 (docs/fleet-report.md describes it): keys are only ever added to a version; anything else gives a new one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.json_form import diagnostic_form
from codercfg.fleet.failure import advice
from codercfg.fleet.outcome import NO_PREVIEW, Operation, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.fleet.outcome import Change, ObjectOutcome, StackOutcome

VERSION = 1


def json_form(outcomes: Sequence[StackOutcome], wall: float, jobs: int, tool_version: str) -> str:
    """The document, ASCII only: a file name may hold bytes that are no text."""
    verdicts = [item.verdict for item in outcomes]
    document = {
        "version": VERSION,
        "tool": {"name": "codercfg", "version": tool_version},
        "ok": NO_PREVIEW.isdisjoint(verdicts),
        "changed": any(verdict not in NO_PREVIEW and verdict is not Verdict.NO_CHANGE for verdict in verdicts),
        "verdicts": {verdict.value: verdicts.count(verdict) for verdict in Verdict},
        "jobs": jobs,
        "seconds": round(wall, 3),
        "stacks": [_stack(item) for item in outcomes],
    }
    return json.dumps(document, indent=2) + "\n"


def _stack(item: StackOutcome) -> dict[str, Any]:
    return {
        "stack": item.stack,
        "file": item.file,
        "release": item.release or None,
        "verdict": item.verdict.value,
        "counts": {operation.value: item.count(operation) for operation in Operation},
        "objects": [_object(made) for made in item.objects if made.operation is not Operation.SAME],
        "diagnostics": [diagnostic_form(found) for found in item.diagnostics],
        "errors": list(item.errors),
        "help": list(filter(None, (advice(error, item.stack) for error in item.errors))),
        "seconds": {
            "total": round(item.seconds.total, 3),
            "engine": round(item.seconds.engine, 3),
            "program": round(item.seconds.program, 3),
            "program_cpu": round(item.seconds.cpu, 3),
        },
    }


def _object(made: ObjectOutcome) -> dict[str, Any]:
    return {
        "operation": made.operation.value,
        "kind": made.kind,
        "name": made.name,
        "namespace": made.namespace or None,
        "rolls_pods": made.rolls,
        "changes": [_change(change) for change in made.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "subject": change.subject,
        "name": change.name,
        "option": change.option or None,
        "change": change.kind,
        "old": change.old,
        "new": change.new,
    }
