"""Colours of a terminal, or none."""

from __future__ import annotations

from dataclasses import dataclass

from codercfg.diagnostics.diagnostic import Severity

_SEVERITIES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How parts of a text are set off.

    Attributes:
        colour: Whether to write ANSI escapes at all.
    """

    colour: bool

    def severity(self, severity: Severity, text: str) -> str:
        """Text in the colour of a severity."""
        return self._set(_SEVERITIES[severity], text)

    def strong(self, text: str) -> str:
        """What the eye should find first."""
        return self._set("1", text)

    def dim(self, text: str) -> str:
        """What may be skipped."""
        return self._set("2", text)

    def frame(self, text: str) -> str:
        """Line numbers and rules."""
        return self._set("34", text)

    def changed(self, text: str, *, added: bool) -> str:
        """A line of a difference."""
        return self._set("32" if added else "31", text)

    def _set(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


PLAIN = Style(colour=False)
COLOURED = Style(colour=True)
