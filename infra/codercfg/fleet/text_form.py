"""A fleet's previews for people: one block a stack that changes or fails, one line for the rest, one line at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.concise import headline
from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.printable import printable
from codercfg.fleet.failure import advice
from codercfg.fleet.outcome import Operation, Subject, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codercfg.diagnostics.style import Style
    from codercfg.fleet.outcome import Change, ObjectOutcome, StackOutcome

_LONGEST = 72  # characters of a value
_MARKS = {"added": "+", "removed": "-", "changed": "~"}
_OPERATIONS = {Operation.CREATE: "+", Operation.UPDATE: "~", Operation.REPLACE: "+-", Operation.DELETE: "-"}
_WORDS = {Operation.CREATE: "to create", Operation.UPDATE: "to update", Operation.REPLACE: "to replace", Operation.DELETE: "to delete"}
_COLOURS = {
    Verdict.FAILED: Severity.ERROR,
    Verdict.ABSENT: Severity.ERROR,
    Verdict.DELETES: Severity.ERROR,
    Verdict.REPLACES: Severity.WARNING,
}
_COLOURS |= {Verdict.ROLLS_PODS: Severity.WARNING, Verdict.SAFE_UPDATE: Severity.INFO}


def text_form(outcomes: Sequence[StackOutcome], wall: float, style: Style) -> str:
    """The summary.

    Args:
        outcomes: In the order to show.
        wall: Seconds that all took.
        style: Colours.
    """
    width = max(len(printable(item.stack)) for item in outcomes)
    lines: list[str] = []
    for item in outcomes:
        lines.append(f"{printable(item.stack):<{width}}  {_verdict(item.verdict, style)}{_counts(item)}")
        lines += _details(item, style)
    return "\n".join([*lines, "", style.strong(_summary(outcomes)), *_times(outcomes, wall)]) + "\n"


def _verdict(verdict: Verdict, style: Style) -> str:
    severity = _COLOURS.get(verdict)
    return style.severity(severity, verdict.value) if severity is not None else verdict.value


def _counts(item: StackOutcome) -> str:
    parts = [f"{item.count(operation)} {word}" for operation, word in _WORDS.items() if item.count(operation)]
    warnings = sum(found.severity is Severity.WARNING for found in item.diagnostics)
    if warnings:
        parts.append(f"{warnings} warning{'s' if warnings > 1 else ''}")
    return f": {', '.join(parts)}" if parts else ""


def _details(item: StackOutcome, style: Style) -> Iterator[str]:
    for found in item.diagnostics if item.failed else ():
        if found.severity is Severity.ERROR:
            yield f"    {headline(found)}"
            yield f"      = help: {printable(found.help)}"
    for error in item.errors:
        first, *rest = error.splitlines()
        yield f"    error: {printable(first)}"
        yield from (f"      {printable(line.strip())}" for line in rest if line.strip())
        if helps := advice(error, item.stack):
            yield f"      = help: {printable(helps)}"
    for made in item.objects:
        if made.operation is not Operation.SAME:
            yield from _object(made, style)


def _object(made: ObjectOutcome, style: Style) -> Iterator[str]:
    rolls = "; its pods roll" if made.rolls else ""
    yield f"    {_OPERATIONS[made.operation]} {printable(f'{made.kind} {made.name}')}{rolls}"
    yield from (f"        {_change(change, style)}" for change in made.changes)


def _change(change: Change, style: Style) -> str:
    mark = _MARKS[change.kind]
    name = printable(change.name) + (f" ({change.option})" if change.option else "")
    if change.subject == Subject.SECRET_KEY.value:
        return style.changed(f"{mark} {name}: secret {change.kind}", added=change.kind != "removed")
    values = [_cut(value) for value in (change.old, change.new) if value is not None]
    return style.changed(f"{mark} {name}: {' => '.join(values)}", added=change.kind != "removed")


def _cut(value: str) -> str:
    text = printable(value)
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return shown or '""'


def _summary(outcomes: Sequence[StackOutcome]) -> str:
    found = [item.verdict for item in outcomes]
    parts = [f"{found.count(verdict)} {verdict.value}" for verdict in Verdict if verdict in found]
    return f"{len(found)} stack{'s' if len(found) > 1 else ''}: {', '.join(parts)}"


def _times(outcomes: Sequence[StackOutcome], wall: float) -> list[str]:
    ran = [item.seconds for item in outcomes if item.seconds.total]
    if not ran:
        return []
    engine = sum(item.engine for item in ran) / len(ran)
    program = sum(item.program for item in ran) / len(ran)
    measured = f"{engine:.2f} s engine and {program:.2f} s program" if program else f"{engine:.2f} s"
    return [f"in {wall:.1f} s; on average of {len(ran)}: {measured}"]
