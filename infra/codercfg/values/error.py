"""The one error that reading or printing a value raises."""

from __future__ import annotations


class ValueParseError(ValueError):
    """A text that the Coder server would refuse, or a value that no text can carry.

    Neither attribute ever repeats the input: it may be a secret.

    Attributes:
        reason: Why the server refuses it.
        help: What to write instead.
    """

    __slots__ = ("help", "reason")

    def __init__(self, reason: str, help: str) -> None:  # noqa: A002  (the attribute's name, part of the fixed interface)
        super().__init__(reason, help)
        self.reason = reason
        self.help = help

    def __str__(self) -> str:
        """The reason alone, so that a log line reads as a sentence."""
        return self.reason
