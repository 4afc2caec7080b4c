"""One object to be made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Planned:
    """One object: its template and the template's context.

    Attributes:
        template: Name of the template: `deployment`.
        variables: The context, plain values; only a Secret's holds tokens.
    """

    template: str
    variables: dict[str, Any] = field(repr=False)
