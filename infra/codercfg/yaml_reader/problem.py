"""What can be wrong with a YAML text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.yaml_reader.nodes import Place


class YamlProblem(Exception):  # noqa: N818  (some end reading, some do not)
    """One thing that is wrong; raised where reading cannot go on.

    Attributes:
        kind: Which one, a slug: `duplicate-key`.
        detail: The key, for a duplicate; never a value.
        place: Where, or None when the parser does not say.
        first: The other place: of the first key, or of the bracket that was not closed.
    """

    def __init__(self, kind: str, detail: str = "", place: Place | None = None, first: Place | None = None) -> None:
        """Keep what and where."""
        super().__init__(kind)
        self.kind = kind
        self.detail = detail
        self.place = place
        self.first = first
