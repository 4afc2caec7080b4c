"""One finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from codercfg.diagnostics.origin import Origin

NOWHERE = Origin("input")
CRASHES = "the server crashes"  # how a reason begins when the server ends by a Go panic instead of a message of its own


class Severity(StrEnum):
    """How bad a finding is, measured by what the server does.

    `error`: this release would not start, or drops the setting. `warning`: it starts but is not what it says, breaks at run time or on
    the next release. `info`: worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a finding: `first set here`."""

    message: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. No text of it ever holds a secret value.

    Attributes:
        code: Stable code: `AIP003`.
        severity: How bad it is.
        message: What is wrong, in one line without a final full stop.
        path: Dotted JSON path of the option, or of the key in the stack file; empty when there is none.
        origin: Where it was written.
        why: What the server does because of it, in one sentence; empty when the message says it all.
        help: What to do instead; never empty.
        about: The variables, flags or YAML keys at fault.
        related: Further places.
    """

    code: str
    severity: Severity
    message: str
    help: str
    path: str = ""
    origin: Origin = NOWHERE
    why: str = ""
    about: tuple[str, ...] = ()
    related: tuple[Related, ...] = field(default=())

    @property
    def crashes(self) -> bool:
        """Whether the server panics: its log then shows a stack trace and does not say which setting is at fault."""
        return self.why.startswith(CRASHES)

    @property
    def sort_key(self) -> tuple[tuple[str, int, int, str], str, str]:
        """Orders findings by place, then code, then message, so that output never depends on hash order."""
        return (self.origin.sort_key, self.code, self.message)


def collected(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, each finding once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda item: item.sort_key))
