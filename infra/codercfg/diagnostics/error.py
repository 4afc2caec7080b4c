"""The one exception that carries findings over an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic


class ConfigurationError(Exception):
    """A configuration with findings of severity `error`, raised where no report can be returned."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the findings; the text names code, place and message of each."""
        self.diagnostics = diagnostics
        super().__init__("\n".join(f"{item.origin}: {item.severity} {item.code}: {item.message}" for item in diagnostics))
