"""Who owns which field of a live object.

Source: Kubernetes documentation, Server-Side Apply: `managedFields` lists, by manager, a set of paths in which `f:` is a field, `k:` an
item of a list by its keys; what lies below the last step is owned as one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# A key of a map, or one item of a list by one of its keys: ("name", "coder").
Step = str | tuple[str, Any]
Place = tuple[Step, ...]
_OURS = "pulumi-kubernetes"  # creates under this name, updates under it and a random ending
_CHOSEN = "pulumi.com/patchFieldManager"
_NOBODY = "somebody unknown"


class Owners:
    """The managers of one live object."""

    def __init__(self, live: Mapping[str, Any]) -> None:
        meta = live.get("metadata") or {}
        self._chosen = (meta.get("annotations") or {}).get(_CHOSEN)
        fields = [entry for entry in meta.get("managedFields") or () if isinstance(entry, dict)]
        self._fields = [
            (str(entry.get("manager")), entry.get("fieldsV1") or {}) for entry in fields if entry.get("subresource") != "status"
        ]

    def of(self, place: Place) -> list[str]:
        """The managers that own what lies there, each once.

        A manager with nothing below a step owns all below it as one, or, of a map, that there is a map: who lists the place itself wins.
        """
        owning = [(manager, _owns(fields, place)) for manager, fields in self._fields]
        kind = "itself" if any(how == "itself" for _, how in owning) else "above"
        return list(dict.fromkeys(manager for manager, how in owning if how == kind))

    def others(self, place: Place) -> list[str]:
        """The owners other than us; empty when we own it as well, or nobody does."""
        owners = self.of(place)
        return [] if any(map(self.is_ours, owners)) else owners

    def is_ours(self, manager: str) -> bool:
        """Whether Pulumi applies under this name."""
        return manager in {self._chosen, _OURS} or manager.startswith(f"{_OURS}-")

    @property
    def ours(self) -> bool:
        """Whether Pulumi made or changed the object."""
        return any(self.is_ours(manager) for manager, _ in self._fields)

    def named(self, place: Place) -> str:
        """The owners for a sentence."""
        return ", ".join(f"`{manager}`" for manager in self.of(place)) or _NOBODY


def _owns(fields: Any, place: Place) -> str:  # noqa: ANN401  (any JSON)
    """`itself`, `above`, or an empty text."""
    for number, step in enumerate(place):
        if number and not fields:
            return "above"
        fields = _below(fields, step) if isinstance(fields, dict) else None
        if fields is None:
            return ""
    return "itself"


def _below(fields: Mapping[str, Any], step: Step) -> Any:  # noqa: ANN401  (any JSON)
    if isinstance(step, str):
        return fields.get(f"f:{step}")
    key, value = step
    for name, below in fields.items():
        if name.startswith("k:") and json.loads(name[2:]).get(key) == value:
            return below
    return None
