"""A variable as one of the sources gave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin
    from codercfg.values.reference import Reference
    from codercfg.values.secret import Ciphertext


@dataclass(slots=True)  # not frozen: a process has hundreds, and freezing doubles what each costs
class Variable:
    """A name and its value, with the place that people know it by.

    Attributes:
        name: As it was written; the server upper-cases names.
        value: Its text, or a secret that cannot be looked at (only a stack file has those).
        origin: Where it was written.
    """

    name: str
    value: str | Reference | Ciphertext = field(repr=False)
    origin: Origin


@lru_cache(maxsize=4096)  # the names of a process are asked for several times
def upper(name: str) -> str:
    """Go's `strings.ToUpper`: letter by letter, so that no letter becomes two (`ß` stays)."""
    if name.isascii():
        return name.upper()
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in name)
