"""One option in a model tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.options.kind import Kind
    from codercfg.options.opt import Opt


@dataclass(frozen=True, slots=True)
class Leaf:
    """One option in a model tree.

    Attributes:
        path: Dotted JSON path in upstream's deployment document: `oidc.issuer_url`.
        attributes: The same path as Python attribute names.
        kind: How its value is read and printed.
        secret: The value must never be shown.
        flags: Its flag and those of its aliases, the one to write first.
    """

    path: str
    attributes: tuple[str, ...]
    kind: Kind = field(compare=False)
    secret: bool = field(compare=False)
    flags: tuple[str | None, ...] = field(compare=False)
    metadata: Callable[[str], Opt] = field(compare=False, repr=False)

    @property
    def flag(self) -> str | None:
        """The flag to write."""
        return self.flags[0]

    @property
    def opt(self) -> Opt:
        """The option's metadata; may load the models, so what every check needs is an attribute of its own."""
        return self.metadata(self.path)

    def value(self, root: Any) -> Any:  # noqa: ANN401  (a value of any kind)
        """The option's value below `root`, or None when it is unset."""
        found: Any = root
        for attribute in self.attributes:
            found = getattr(found, attribute)
        return found
