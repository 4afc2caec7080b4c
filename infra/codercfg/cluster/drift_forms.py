"""Drift for people and for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.cluster.drift_findings import origin
from codercfg.diagnostics.json_form import origin_form
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.cluster.drift import Change, Drift
    from codercfg.diagnostics.style import Style
    from codercfg.sources.stack.stack import Stack

VERSION = 1
_HIDDEN = "(not shown)"
_HOW = {"missing": "is not in the cluster", "differs": "differs", "added": "is in the cluster only"}


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared.

    Attributes:
        stack: The stack.
        context: Of the kubeconfig, None for the current one.
        server: Address of the API server.
        found: The outcome.
    """

    stack: Stack
    context: str | None
    server: str
    found: Drift


def text_form(compared: Compared, style: Style) -> str:
    """Differences by object, what was not compared, and a count."""
    found, context = compared.found, f"context {compared.context}" if compared.context else "the current context"
    lines = [style.strong(printable(f"{compared.stack.file} against {context} ({compared.server})"))]
    last = ""
    for change in found.changes:
        if change.object != last:
            lines += ["", style.strong(printable(change.object))]
            last = change.object
        lines += [f"  {line}" for line in _lines(change, style)]
    skipped = [*found.not_compared, *found.unreadable]
    lines += ["", *(printable(f"not compared: {sentence}") for sentence in skipped)] if skipped else []
    count = len(found.changes)
    lines += ["", f"{count} difference{'' if count == 1 else 's'}" if count else "no difference"]
    return "\n".join(lines) + "\n"


def _lines(change: Change, style: Style) -> Iterator[str]:
    by = f", by {', '.join(change.owners)}" if change.owners else ""
    if change.of == "object":
        yield _HOW[change.how]
        return
    name = f"{change.option} ({change.place})" if change.option else change.place
    kind = {"key": "key ", "source": "variables from the "}.get(change.of, "")
    yield printable(f"{kind}{name} {_HOW[change.how]}{by}")
    if (change.ours, change.live) == (None, None):
        return
    if change.how != "added":
        yield style.changed(f"  stack    {printable(change.ours or _HIDDEN)}", added=True)
    if change.how != "missing":
        yield style.changed(f"  cluster  {printable(change.live or _HIDDEN)}", added=False)


def json_form(compared: Compared, tool_version: str) -> str:
    """One document; docs/drift-report.md describes it. ASCII only."""
    found = compared.found
    document = {
        "version": VERSION,
        "tool": {"name": "codercfg", "version": tool_version},
        "stack": compared.stack.file,
        "release": str(compared.stack.release),
        "context": compared.context,
        "server": compared.server,
        "drift": bool(found.changes),
        "complete": not found.unreadable,
        "changes": [_change(compared.stack, change) for change in found.changes],
        "not_compared": [*found.not_compared, *found.unreadable],
    }
    return json.dumps(document, indent=2) + "\n"


def _change(stack: Stack, change: Change) -> dict[str, Any]:
    kind, _space, name = change.object.partition(" ")
    return {
        "of": change.of,
        "how": change.how,
        "object": {"kind": kind, "name": name},
        "place": change.place or None,
        "option": change.option or None,
        "stack": change.ours,
        "cluster": change.live,
        "owners": list(change.owners),
        "origin": origin_form(origin(stack, change)),
    }
