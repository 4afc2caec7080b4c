"""One code that a comment allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a comment allows; a comment with several codes gives several.

    Attributes:
        code: The code of the findings.
        reason: Why they may stay, as the user wrote it.
        line: The line whose findings are meant, from 1; None for the whole file.
        origin: Where the comment stands.
    """

    code: str
    reason: str
    line: int | None
    origin: Origin

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the comment speaks of this finding."""
        place = diagnostic.origin
        return diagnostic.code == self.code and place.file == self.origin.file and self.line in {None, place.line}
