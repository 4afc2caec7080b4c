"""The one error that reading or printing a value raises."""

from __future__ import annotations


class ValueParseError(ValueError):
    """A text that the Coder server would refuse, or a value that no text can carry.

    Neither attribute ever repeats the input: it may be a secret.

    Attributes:
        reason: Why the server refuses it.
        help: What to write instead.
        at: Keys and positions that lead to the part at fault, where the value is a map or a list.
    """

    __slots__ = ("at", "help", "reason")

    def __init__(self, reason: str, help: str, at: tuple[str | int, ...] = ()) -> None:  # noqa: A002  (the attribute's name, part of the fixed interface)
        super().__init__(reason, help)
        self.reason = reason
        self.help = help
        self.at = at

    def __str__(self) -> str:
        """The reason alone, so that a log line reads as a sentence."""
        return self.reason
