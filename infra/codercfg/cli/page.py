"""An explanation on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codercfg.diagnostics.style import Style
    from codercfg.reference.explanation import Explanation

_WIDTH = 100
_LABEL = 13


def page(explanation: Explanation, style: Style) -> str:
    """Title, paragraph, facts and blocks, wrapped."""
    from textwrap import fill, indent

    parts = [style.strong(explanation.title)]
    if explanation.text:
        parts.append(fill(explanation.text, _WIDTH, initial_indent="  ", subsequent_indent="  "))
    if explanation.facts:
        parts.append("\n".join(_facts(explanation)))
    parts += [f"  {style.strong(heading)}\n{indent(_unfenced(text), '    ')}" for heading, text in explanation.blocks]
    return "\n\n".join(parts) + "\n"


def _facts(explanation: Explanation) -> list[str]:
    from textwrap import wrap

    lines, last = [], ""
    for label, value in explanation.facts:
        shown = "" if label == last else label
        first, *rest = wrap(value, _WIDTH - _LABEL - 2, break_long_words=False, break_on_hyphens=False) or [""]
        lines.append(f"  {shown:<{_LABEL}}{first}".rstrip())
        lines += [f"  {'':<{_LABEL}}{line}" for line in rest]
        last = label
    return lines


def _unfenced(text: str) -> str:
    """Examples without Markdown's fences: a blank line keeps them apart."""
    lines = ["" if line.startswith("```") else line for line in text.splitlines()]
    return "\n".join(lines).strip("\n").replace("\n\n\n", "\n\n")
