"""Reads the engine's event log: what it would do to each resource, and what it complained about.

The engine blinds secrets in the log (`[secret]`); what is read here holds none.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.fleet.outcome import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_OPERATIONS = {
    "create": Operation.CREATE,
    "import": Operation.CREATE,
    "update": Operation.UPDATE,
    "replace": Operation.REPLACE,
    "create-replacement": Operation.REPLACE,
    "delete-replaced": Operation.REPLACE,
    "import-replacement": Operation.REPLACE,
    "discard-replaced": Operation.REPLACE,
    "read-replacement": Operation.REPLACE,
    "delete": Operation.DELETE,
    "discard": Operation.DELETE,
    "remove-pending-replace": Operation.DELETE,
    "same": Operation.SAME,
    "read": Operation.SAME,
    "refresh": Operation.SAME,
}
_MANDATORY = "mandatory"
_SIGNATURE = "4dabf18193072939515e22adb298388d"  # key of a map that says what the map is
BLINDED = "[secret]"
STRANGE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)  # of JSON in a form that was not expected
UNKNOWN_FORM = (
    "the Pulumi CLI describes its preview in a form that is not known here; use the version that the package `pulumi` is pinned to"
)


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one resource.

    Attributes:
        urn: Its name in the engine.
        type: Its type token.
        operation: What.
        old: Its inputs before, or None.
        new: Its inputs afterwards, or None.
        paths: Property paths that its provider says differ, with `add`, `delete` or `update`.
    """

    urn: str
    type: str
    operation: Operation
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    paths: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Log:
    """What a log says.

    Attributes:
        steps: By URN; components, stacks and providers are left out.
        errors: Complaints that make an update fail, each once.
        finished: Whether the engine came to its end.
    """

    steps: dict[str, Step] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    finished: bool = False


def read_log(path: Path) -> Log:
    """Read an event log; one that is missing or breaks off is one that did not finish, one in an unknown form has an error that says so."""
    log = Log()
    for event in _events(path):
        try:
            _take(log, event)
        except STRANGE:  # a step that is left out could be a deletion
            _complain(log, UNKNOWN_FORM)
    return log


def _take(log: Log, event: Any) -> None:  # noqa: ANN401  (any JSON)
    if not isinstance(event, dict):
        raise TypeError
    if "resourcePreEvent" in event:
        _take_step(log, event["resourcePreEvent"]["metadata"])
    elif "diagnosticEvent" in event:
        said = event["diagnosticEvent"]
        if said.get("severity") == "error":
            _complain(log, str(said.get("message", "")))
    elif "policyEvent" in event:
        said = event["policyEvent"]
        if said.get("enforcementLevel") == _MANDATORY:
            _complain(log, f"policy {said.get('policyName')}: {said.get('message')}")
    elif "summaryEvent" in event:
        log.finished = True


def _events(path: Path) -> Iterator[Any]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    *lines, last = text.split("\n")  # not `splitlines`: values hold other ends of lines
    for line in lines:
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            yield None
    if last:  # of an engine that was ended, unless it is whole
        with contextlib.suppress(ValueError, RecursionError):
            yield json.loads(last)


def _take_step(log: Log, metadata: dict[str, Any]) -> None:
    old, new = metadata.get("old") or None, metadata.get("new") or None
    urn, type_ = str(metadata["urn"]), str(metadata["type"])
    state = new or old
    if state is None:
        raise LookupError  # nobody can tell what it is about
    if not state.get("custom") or type_.startswith("pulumi:providers:"):
        return
    operation = _OPERATIONS.get(metadata["op"], Operation.UPDATE)
    known = log.steps.get(urn)
    if known is not None and known.operation is Operation.REPLACE:
        operation = Operation.REPLACE  # one replacement is several steps
        old, new = ({"inputs": known.old} if known.old else old), ({"inputs": known.new} if known.new else new)
    differs = metadata.get("detailedDiff") or {}
    paths = {path: str(kind.get("diffKind", "update")).removesuffix("-replace") for path, kind in differs.items()}
    step = Step(urn, type_, operation, _inputs(old), _inputs(new), paths)
    log.steps[urn] = step


def _inputs(state: dict[str, Any] | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {str(name): _blinded(value) for name, value in (state.get("inputs") or {}).items()}


def _blinded(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Without the engine's form of a secret, a map with a mark in it; its content is blinded already."""
    if isinstance(value, dict):
        return BLINDED if _SIGNATURE in value else {key: _blinded(item) for key, item in value.items()}
    return [_blinded(item) for item in value] if isinstance(value, list) else value


def _complain(log: Log, message: str) -> None:
    text = message.strip()
    if text and text not in log.errors:
        log.errors.append(text)
