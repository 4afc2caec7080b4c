"""New findings, known ones, and known ones that are gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codercfg.baseline.baseline import known
from codercfg.diagnostics.allowed import Allowed
from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin

if TYPE_CHECKING:
    from collections import Counter

    from codercfg.baseline.baseline import Known
    from codercfg.diagnostics.checked import Checked


def without_known(checked: Checked, listed: Counter[Known], file: str) -> Checked:
    """The input with its new findings only.

    A finding that is listed as often as it is found is known. What is listed more often than it is found is gone, which is said once for
    each; but not beside a new error, behind which the others may only be hidden.

    Args:
        checked: The input and all its findings.
        listed: The known ones.
        file: Path of the baseline, as the user gave it.
    """
    left = listed.copy()
    new: list[Diagnostic] = []
    allowed: list[Allowed] = []
    for diagnostic in checked.diagnostics:
        key = known(diagnostic)
        if left[key] > 0:
            left[key] -= 1
            allowed.append(Allowed(diagnostic, known=True))
        else:
            new.append(diagnostic)
    if not any(diagnostic.severity is Severity.ERROR for diagnostic in new):
        new += [_gone(item, count, checked.subject, file) for item, count in sorted((+left).items())]
    return replace(checked, diagnostics=tuple(new), allowed=(*checked.allowed, *allowed))


def _gone(item: Known, count: int, subject: str, file: str) -> Diagnostic:
    place = f" at `{item.path}`" if item.path else ""
    times = f" ({count} times)" if count > 1 else ""
    return Diagnostic(
        "BSL001",
        Severity.INFO,
        f"{item.code}{place}{times} is in the baseline, but no longer in {subject}",
        "write the baseline again with --write-baseline",
        path=item.path,
        origin=Origin("baseline", file),
        why="while it is listed, the same mistake could come back without being seen",
    )
