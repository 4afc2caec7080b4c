"""What the checks of two releases say about one stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.upgrade.step import Step, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.stack_check import LoadedStack

_FATAL_LATER = frozenset(("AIP120",))  # starts once, and not again
_WHEN = {Severity.ERROR: When.BEFORE, Severity.WARNING: When.AFTER, Severity.INFO: When.NEVER}
_KNOWING = frozenset(("REL003",))  # about what is known of a release, not about the stack


def check_steps(now: LoadedStack, then: LoadedStack) -> Iterator[Step]:
    """A step for each error of the new release, and for each other finding that the old one does not have."""
    before = {_key(item) for item in now.report.diagnostics}
    for item in then.report.diagnostics:
        if item.severity is Severity.ERROR or _key(item) not in before:
            yield Step(_when(item), item)


def _when(item: Diagnostic) -> When:
    if item.code in _FATAL_LATER:
        return When.BEFORE
    return When.NEVER if item.code in _KNOWING else _WHEN[item.severity]


def _key(item: Diagnostic) -> tuple[str, str, int | None, int | None, Severity]:
    return (item.code, item.path, item.origin.line, item.origin.column, item.severity)
