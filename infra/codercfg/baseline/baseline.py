"""The file that lists known findings."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from codercfg.diagnostics.diagnostic import Diagnostic

VERSION = 1
_DIGEST = 16


class BaselineError(ValueError):
    """A text is no baseline; the message is one sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """What a finding is recognised by. No line is part of it: lines move whenever somebody edits the file.

    Attributes:
        code: Its code.
        path: The option or key it is about, or the variable or flag; empty when there is none.
        digest: Of its message, so that another mistake at the same place is new.
    """

    code: str
    path: str
    digest: str


def known(diagnostic: Diagnostic) -> Known:
    """What this finding is recognised by."""
    from hashlib import sha256

    digest = sha256(diagnostic.message.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGEST]
    return Known(diagnostic.code, diagnostic.path or diagnostic.origin.name or "", digest)


@dataclass(slots=True)
class Baseline:
    """Known findings of several inputs.

    Attributes:
        inputs: By name of the input, how often each finding is known.
    """

    inputs: dict[str, Counter[Known]] = field(default_factory=dict)

    def take(self, name: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Make these the known findings of an input, instead of those that were."""
        found = Counter(map(known, diagnostics))
        self.inputs.pop(name, None)
        if found:
            self.inputs[name] = found

    def to_text(self) -> str:
        """The file: one line a finding, sorted, so that a review shows what was added and removed."""
        inputs = [
            f"{json.dumps(name)}: [\n    " + ",\n    ".join(_row(item, count) for item, count in sorted(found.items())) + "\n  ]"
            for name, found in sorted(self.inputs.items())
        ]
        listed = "{\n  " + ",\n  ".join(inputs) + "\n}" if inputs else "{}"
        return f'{{"version": {VERSION}, "inputs": {listed}}}\n'


def read_baseline(text: str) -> Baseline:
    """Read the file.

    Raises:
        BaselineError: The text is none that `to_text` wrote, or that of another version.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise BaselineError("it is not JSON") from None
    if not isinstance(document, dict) or not isinstance(document.get("inputs"), dict):
        raise BaselineError("it does not hold `version` and `inputs`")
    if document.get("version") != VERSION:
        raise BaselineError(f"its version is not {VERSION}")
    return Baseline({name: _counter(rows) for name, rows in document["inputs"].items()})


def _row(item: Known, count: int) -> str:
    row: dict[str, Any] = {"code": item.code, "path": item.path, "message": item.digest}
    return json.dumps({**row, "count": count} if count > 1 else row)


def _counter(rows: Any) -> Counter[Known]:  # noqa: ANN401  (any JSON)
    if not isinstance(rows, list):
        raise BaselineError("an input has no list of findings")
    found: Counter[Known] = Counter()
    for row in rows:
        if not isinstance(row, dict):
            raise BaselineError("a finding is no object")
        found[_known(row)] += _count(row)
    return found


def _known(row: Mapping[str, Any]) -> Known:
    parts = (row.get("code"), row.get("path"), row.get("message"))
    if not all(isinstance(part, str) for part in parts):
        raise BaselineError("a finding needs the texts `code`, `path` and `message`")
    return Known(*map(str, parts))


def _count(row: Mapping[str, Any]) -> int:
    count = row.get("count", 1)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise BaselineError("the `count` of a finding is a whole number from 1")
    return count
