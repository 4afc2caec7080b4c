"""The report for people: each finding with its source line, its reason and its remedy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Severity
from codercfg.diagnostics.masked_line import NOTHING, Visibility, masked_finding
from codercfg.diagnostics.printable import printable
from codercfg.diagnostics.snippet import snippet
from codercfg.diagnostics.source_lines import SourceLines
from codercfg.diagnostics.style import PLAIN, Style
from codercfg.diagnostics.summary import closing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin


@dataclass(frozen=True, slots=True)
class TextForm:
    """How findings are printed.

    Attributes:
        sources: Where source lines come from.
        visibility: What may be shown of them; by default no value at all.
        style: Colours, or none.
    """

    sources: SourceLines = field(default_factory=SourceLines)
    visibility: Visibility = NOTHING
    style: Style = PLAIN

    def text(self, checked: Sequence[Checked]) -> str:
        """All findings, a blank line between them, what was not checked, and the summary."""
        blocks = [self.finding(diagnostic) + "\n" for item in checked for diagnostic in item.diagnostics]
        return "\n".join([*blocks, closing(checked, self.style)])

    def finding(self, diagnostic: Diagnostic) -> str:
        """One finding, without a line end."""
        return "\n".join(self._finding(diagnostic))

    def _finding(self, diagnostic: Diagnostic) -> Iterator[str]:
        style, severity = self.style, diagnostic.severity
        label = style.severity(severity, f"{severity}[{diagnostic.code}]")
        yield f"{style.strong(printable(str(diagnostic.origin)))}: {label}: {style.strong(printable(diagnostic.message))}"
        gutter = max((len(str(place.line)) for place in _places(diagnostic)), default=1)
        bar = " " * (gutter + 1)
        yield from self._source(diagnostic.origin, (diagnostic.path, *diagnostic.about), gutter, "^", severity)
        for related in diagnostic.related:
            yield style.frame(f"{bar}::: ") + printable(f"{related.origin}: {related.message}")
            yield from self._source(related.origin, (), gutter, "-", Severity.INFO)
        if diagnostic.why:
            yield f"{bar}{style.frame('=')} {style.strong('why')}: {printable(diagnostic.why)}"
        yield f"{bar}{style.frame('=')} {style.strong('help')}: {printable(diagnostic.help)}"

    def _source(self, origin: Origin, names: tuple[str, ...], gutter: int, mark: str, severity: Severity) -> Iterator[str]:
        """The line of a place, with the place marked; nothing when the place has no line or the line cannot be read."""
        line = self.sources.line(origin.file, origin.line) if origin.file is not None and origin.line is not None else None
        if line is None:
            return
        start = (origin.column or 1) - 1
        end = origin.end_column - 1 if origin.end_column else start + 1
        shown = masked_finding(line, start, (*names, origin.name or ""), self.visibility, dotenv=origin.source == "dotenv")
        if shown.mask_at is not None and end > shown.mask_at:
            # The mark covers the whole mask: its length must not tell how long the secret is.
            start, end = min(start, shown.mask_at), len(shown.text)
        cut = snippet(shown.text, start, end)
        bar = " " * (gutter + 1)
        yield self.style.frame(f"{bar}|")
        yield self.style.frame(f"{origin.line:>{gutter}} |") + f" {cut.text}"
        yield self.style.frame(f"{bar}| ") + " " * cut.offset + self.style.severity(severity, mark * cut.length)


def _places(diagnostic: Diagnostic) -> list[Origin]:
    origins = [diagnostic.origin, *(related.origin for related in diagnostic.related)]
    return [origin for origin in origins if origin.file is not None and origin.line is not None]
