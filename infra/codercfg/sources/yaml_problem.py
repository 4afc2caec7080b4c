"""What can be wrong with a YAML text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.sources.yaml_nodes import Event, Mark


@dataclass(frozen=True, slots=True)
class At:
    """A place without an extent."""

    start_mark: Mark
    end_mark: Mark


class YamlProblem(Exception):  # noqa: N818  (some end reading, some do not)
    """One thing that is wrong; raised where reading cannot go on.

    Attributes:
        kind: Which one, a slug: `duplicate-key`.
        detail: The key, for a duplicate; never a value.
        event: Where, or None when the parser does not say.
        first: The other place, for a duplicate.
    """

    def __init__(self, kind: str, detail: str = "", event: Event | None = None, first: Event | None = None) -> None:
        """Keep what and where."""
        super().__init__(kind)
        self.kind = kind
        self.detail = detail
        self.event = event
        self.first = first
