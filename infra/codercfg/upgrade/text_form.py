"""A rehearsal for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.printable import printable
from codercfg.diagnostics.source_lines import SourceLines
from codercfg.diagnostics.text import TextForm
from codercfg.upgrade.step import When
from codercfg.upgrade.verdict import Effect, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codercfg.diagnostics.masked_line import Visibility
    from codercfg.diagnostics.style import Style
    from codercfg.upgrade.rehearsal import Rehearsal
    from codercfg.upgrade.verdict import Verdict

# What `codercfg migrate` puts right: names, options that go, the older options for AI providers.
_REWRITTEN = frozenset(("REL004", "REL005", "ENV004", "AIP006", "AIP119", "AIP120", "AIP121", "AIP122", "AIP123", "AIP127", "EXT114"))
_HEADINGS = {
    When.BEFORE: "Before the upgrade",
    When.AFTER: "After the upgrade",
    When.NEVER: "Nothing to do, but worth knowing",
}


def text_form(rehearsal: Rehearsal, style: Style, visibility: Visibility, *, all_options: bool = False) -> str:
    """The steps under a heading for each time, options that the release takes otherwise, and a summary."""
    form = TextForm(SourceLines({rehearsal.file: rehearsal.text}), visibility, style)
    parts = []
    for when, heading in _HEADINGS.items():
        steps = rehearsal.of(when)
        if steps:
            parts.append(style.strong(f"{heading} ({len(steps)})"))
            parts += [form.finding(step.finding) for step in steps]
    options = [line for path, found in rehearsal.options.items() for line in _option(path, found, all_options=all_options)]
    if options:
        parts.append("\n".join([style.strong(f"Options of the stack in Coder {rehearsal.target}"), *options]))
    notes = dict.fromkeys(style.dim(f"not checked: {printable(sentence)}") for sentence in rehearsal.not_checked)
    parts.append("\n".join([*notes, style.strong(_summary(rehearsal)), *_hint(rehearsal)]))
    return "\n\n".join(parts) + "\n"


def _option(path: str, found: tuple[Verdict, ...], *, all_options: bool) -> Iterator[str]:
    """All names of an option; or one line when the release takes it otherwise than the stack may expect."""
    if all_options:
        yield f"  {path}"
        for item in found:
            yield f"    {item.surface:<9}{item.name}: {item.sentence}{f' [{item.code}]' if item.code else ''}"
        return
    read = [item for item in found if item.effect is Effect.READ]
    if read and read[0].standing is Standing.SEED_ONLY:
        yield f"  {path}: {read[0].sentence}"
    elif found and not read:
        yield f"  {path}: {found[0].sentence} [{found[0].code}]"


def _hint(rehearsal: Rehearsal) -> list[str]:
    """The command that does some of it."""
    if not any(step.finding.code in _REWRITTEN for step in rehearsal.steps):
        return []
    return [f"`codercfg migrate {printable(rehearsal.file)} --to {rehearsal.target}` shows what can be rewritten"]


def _summary(rehearsal: Rehearsal) -> str:
    counts = [f"{len(rehearsal.of(when))} {when.value}" for when in (When.BEFORE, When.AFTER) if rehearsal.of(when)]
    source = f"from {rehearsal.source} " if rehearsal.source is not None else ""
    return f"{printable(rehearsal.file)}, {source}to {rehearsal.target}: {', '.join(counts) or 'nothing has to be done'}"
