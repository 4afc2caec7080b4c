"""What a diagnostic code means, for `explain` and the reference pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Severity


_AS_THEY_ARE = ("codercfg ", "kubectl ")  # names of programs


@dataclass(frozen=True, slots=True)
class CodeDoc:
    """The page of one code.

    Attributes:
        code: Stable code, never used again for something else: `STK004`.
        name: Slug of what is wrong: `duplicate-key`.
        severity: The severity that its findings have.
        summary: What is reported, one sentence.
        why: What the server, Kubernetes or Pulumi does because of it.
        wrong: An example that gives the finding.
        right: The example put right.
        source: Where the fact comes from.
        releases: Releases it holds for, empty for all.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    wrong: str
    right: str
    source: str = ""
    releases: str = ""

    @property
    def reason(self) -> str:
        """`why` as sentences of their own; in findings it follows a colon, and begins in lower case."""
        if not self.why:
            return ""
        first = self.why if self.why.startswith(_AS_THEY_ARE) else self.why[0].upper() + self.why[1:]
        return first if first.endswith((".", ":", "```")) else f"{first}."
