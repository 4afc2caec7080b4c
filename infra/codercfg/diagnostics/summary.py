"""The last line of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.style import Style

_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def counts(checked: Sequence[Checked]) -> str:
    """`2 errors, 1 warning`, or `ok` when nothing was found."""
    totals = {severity: sum(item.count(severity) for item in checked) for severity in Severity}
    parts = [f"{total} {_NOUNS[severity]}{'' if total == 1 else 's'}" for severity, total in totals.items() if total]
    return ", ".join(parts) or "ok"


def summary(checked: Sequence[Checked]) -> str:
    """`2 errors, 1 warning in stacks/Pulumi.prod.yaml`, `ok: stacks/Pulumi.prod.yaml (Coder 2.33.1)`, or the same over several inputs."""
    return _found(checked) + _set_aside(checked)


def _found(checked: Sequence[Checked]) -> str:
    found = counts(checked)
    if len(checked) == 1:
        subject = printable(checked[0].subject)
        release = f" (Coder {checked[0].release})" if checked[0].release else ""
        return f"ok: {subject}{release}" if found == "ok" else f"{found} in {subject}{release}"
    affected = sum(bool(item.diagnostics) for item in checked)
    return f"ok: {len(checked)} inputs" if found == "ok" else f"{found} in {affected} of {len(checked)} inputs"


def _set_aside(checked: Sequence[Checked]) -> str:
    """`; 1 allowed by a comment, 3 known from the baseline (2 errors)`: what is no longer reported is not forgotten."""
    allowed = [allowed for item in checked for allowed in item.allowed]
    known = [item for item in allowed if item.known]
    errors = sum(item.diagnostic.severity is Severity.ERROR for item in known)
    parts = [f"{len(allowed) - len(known)} allowed by comments"] if len(known) < len(allowed) else []
    if known:
        noted = f" ({errors} {_NOUNS[Severity.ERROR]}{'' if errors == 1 else 's'})" if errors else ""
        parts.append(f"{len(known)} known from the baseline{noted}")
    return f"; {', '.join(parts)}" if parts else ""


def closing(checked: Sequence[Checked], style: Style) -> str:
    """What was not checked, each sentence once, and the summary."""
    notes = [style.dim(f"not checked: {printable(sentence)}") for item in checked for sentence in item.not_checked]
    return "\n".join([*dict.fromkeys(notes), style.strong(summary(checked))]) + "\n"
