"""What the forms of a report are made from: one input and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity

if TYPE_CHECKING:
    from codercfg.diagnostics.allowed import Allowed
    from codercfg.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Checked:
    """One input that was checked.

    Attributes:
        subject: What was checked, as the user named it: `stacks/Pulumi.prod.yaml`.
        release: The release it was checked against, empty when unknown.
        diagnostics: Findings, sorted by place.
        not_checked: Checks that were not made, one sentence each.
        allowed: Findings that comments or the baseline let stay.
    """

    subject: str
    release: str
    diagnostics: tuple[Diagnostic, ...]
    not_checked: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(item.severity is severity for item in self.diagnostics)

    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
        return not self.count(Severity.ERROR)
