"""What an upgrade asks of the operator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic


class When(StrEnum):
    """When something has to be done.

    `before`: the new release would not start, would drop a setting, or would read it otherwise. `after`: see to it once the release runs.
    `never`: worth knowing; nothing has to be done.
    """

    BEFORE = "before"
    AFTER = "after"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, or to know.

    Attributes:
        when: When it has to be done.
        finding: What it is, with its remedy.
    """

    when: When
    finding: Diagnostic
