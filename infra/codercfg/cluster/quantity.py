"""Kubernetes quantities: the server stores `2000m` as `2`.

Source: Kubernetes API, `resource.Quantity`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codercfg.cluster.owners import Place

_FORM = re.compile(r"([0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:([eE][+-]?[0-9]{1,2})|([KMGTPE]i|[numkMGTPE]))?")
_DECIMAL = {"n": -9, "u": -6, "m": -3, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_BINARY = {name: 10 * power for power, name in enumerate(("Ki", "Mi", "Gi", "Ti", "Pi", "Ei"), 1)}
_FIELDS = frozenset({"requests", "limits", "sizeLimit", "divisor"})


def same_quantity(ours: Any, live: Any, place: Place) -> bool:  # noqa: ANN401  (any JSON)
    """Whether two texts at a place that holds quantities mean the same amount."""
    if not _FIELDS & {step for step in place[-2:] if isinstance(step, str)}:
        return False
    amounts = amount(str(ours)), amount(str(live))
    return amounts[0] is not None and amounts[0] == amounts[1]


def amount(text: str) -> Fraction | None:
    """The number that a quantity stands for, or None for something else."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    number, exponent, suffix = found.groups()
    value = Fraction(number if number[-1] != "." else number[:-1])
    if exponent:
        return value * Fraction(10) ** int(exponent[1:])
    if suffix in _BINARY:
        return value * Fraction(2) ** _BINARY[suffix]
    return value * Fraction(10) ** _DECIMAL.get(suffix, 0)
