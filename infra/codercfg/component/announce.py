"""Findings in Pulumi's log: they show in previews and updates, errors make them fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi

from codercfg.diagnostics.diagnostic import Severity, collected
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.diagnostics.diagnostic import Diagnostic

_LOG = {Severity.ERROR: pulumi.log.error, Severity.WARNING: pulumi.log.warn, Severity.INFO: pulumi.log.info}


def announce(found: Iterable[Diagnostic]) -> None:
    """Log every finding, sorted by place."""
    for diagnostic in collected(list(found)):
        _LOG[diagnostic.severity](message(diagnostic))


def announce_not_checked(sentences: Iterable[str]) -> None:
    """Log what nobody looked at."""
    for sentence in sentences:
        pulumi.log.info(f"not checked: {printable(sentence)}")


def message(diagnostic: Diagnostic) -> str:
    """A finding with its place, reason and remedy, one a line."""
    lines = [printable(f"{diagnostic.origin}: [{diagnostic.code}] {diagnostic.message}")]  # the engine adds the severity
    lines += [f"  = why: {printable(diagnostic.why)}"] if diagnostic.why else []
    lines += [f"  = help: {printable(diagnostic.help)}"]
    lines += [printable(f"  = {item.origin}: {item.message}") for item in diagnostic.related]
    return "\n".join(lines)
