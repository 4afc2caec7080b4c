"""One value that one source gives one option."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from codercfg.catalog.catalog import Option
    from codercfg.diagnostics.origin import Origin
    from codercfg.values.error import ValueParseError


@dataclass(slots=True)  # not frozen, as `Variable`: a process has hundreds
class Assigned:
    """An option, under the name by which it was set, with its value and the place of it."""

    option: Option
    value: Any = field(repr=False)
    origin: Origin


@dataclass(slots=True)
class Found:
    """What one source gave.

    Attributes:
        assigned: In the order in which the server applies them.
        diagnostics: Findings.
        failed: JSON paths of options whose value was refused.
        not_checked: Checks that were not made, one sentence each.
    """

    assigned: list[Assigned] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    not_checked: list[str] = field(default_factory=list)

    def refuse(self, option: Option, origin: Origin, error: ValueParseError, *, empty: bool = False) -> None:
        """Note that the server would not start because of an option's value."""
        self.failed.add(option.path)
        # An empty value has its own code: it is what an optional Kubernetes Secret becomes, and an older release took it for unset.
        self.diagnostics.append(
            Diagnostic(
                code="OPT002" if empty else "OPT001",
                severity=Severity.ERROR,
                message=f"an empty value is no {option.kind.name}" if empty else f"not a {option.kind.name}: {error.reason}",
                help="remove it to leave the option unset" if empty else error.help,
                path=option.path,
                origin=origin,
                why="the server refuses to start",
                about=(origin.name,) if origin.name else (),
            )
        )
