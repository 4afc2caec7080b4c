"""Keeps one mistake from being reported twice."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from codercfg.configuration.configuration import Configuration

if TYPE_CHECKING:
    from codercfg.diagnostics.origin import Origin


class UnreadableError(Exception):
    """A rule looked at an option whose text was refused; that refusal is the finding, and the rule has nothing to add."""


@dataclass(frozen=True, slots=True)
class Guarded(Configuration):
    """A configuration that stops a rule which looks at an option that could not be read.

    Without it such an option reads as its default, and a rule would report that default as the user's choice.
    """

    unreadable: frozenset[str] = frozenset()

    def is_set(self, path: str) -> bool:
        """As in `Configuration`."""
        self._guard(path)
        return path in self.settings

    def get(self, path: str) -> Any:  # noqa: ANN401  (a value of any kind)
        """As in `Configuration`."""
        self._guard(path)
        return Configuration.get(self, path)

    def origin(self, path: str) -> Origin:
        """As in `Configuration`."""
        self._guard(path)
        return Configuration.origin(self, path)

    def _guard(self, path: str) -> None:
        if path in self.unreadable:
            raise UnreadableError(path)


def guarded(config: Configuration, unreadable: frozenset[str]) -> Configuration:
    """`config` itself when every option could be read."""
    if not unreadable:
        return config
    return Guarded(**{item.name: getattr(config, item.name) for item in fields(Configuration) if item.init}, unreadable=unreadable)
