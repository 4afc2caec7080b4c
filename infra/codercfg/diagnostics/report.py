"""The answer to "would this start?"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from codercfg.diagnostics.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from codercfg.diagnostics.allowed import Allowed
    from codercfg.diagnostics.diagnostic import Diagnostic

Values = TypeVar("Values")


@dataclass(frozen=True, slots=True)
class Report(Generic[Values]):
    """All findings of one check, and what was understood.

    Attributes:
        diagnostics: Sorted by place.
        release: The release that was checked against, as text.
        not_checked: Checks that were not made, one sentence each: a file that may not be read, a value that is ciphertext.
        allowed: Findings that are no longer among `diagnostics`, because a comment in the file allows them with a reason.
        undecided: Codes of rules that could not look at everything.
    """

    diagnostics: tuple[Diagnostic, ...]
    release: str = ""
    not_checked: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    undecided: frozenset[str] = frozenset()
    _values: Callable[[], Values | None] = field(default=lambda: None, repr=False)
    _effective: Callable[[bool], dict[str, Any]] = field(default=lambda _reveal: {}, repr=False)
    _providers: Callable[[bool], list[dict[str, Any]]] = field(default=lambda _reveal: [], repr=False)
    _external_auth: Callable[[bool], list[dict[str, Any]]] = field(default=lambda _reveal: [], repr=False)

    @property
    def values(self) -> Values | None:
        """The typed configuration, or None when it could not be built. Made when it is first asked for: a check needs no model."""
        return self._values()

    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
        return not self.errors

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Findings because of which the server would not start, or would drop a setting."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """Findings that let the server start."""
        return self.of(Severity.WARNING)

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The findings of one severity."""
        return tuple(item for item in self.diagnostics if item.severity is severity)

    def effective(self, *, reveal: bool = False) -> dict[str, Any]:
        """JSON path to wire value of every option that was set; secrets masked unless `reveal`."""
        return self._effective(reveal)

    def providers(self, *, reveal: bool = False) -> list[dict[str, Any]]:
        """The AI providers as the server holds them; keys masked unless `reveal`."""
        return self._providers(reveal)

    def external_auth(self, *, reveal: bool = False) -> list[dict[str, Any]]:
        """The external-auth providers as the server holds them, type defaults filled in; secrets masked unless `reveal`."""
        return self._external_auth(reveal)
