"""A finding that is not reported, because somebody said why it may stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding and who let it stay.

    Attributes:
        diagnostic: The finding.
        reason: The reason that a comment gives, or empty for a finding of the baseline.
        known: It stands in the baseline; else a comment in the file allows it.
    """

    diagnostic: Diagnostic
    reason: str = ""
    known: bool = False
