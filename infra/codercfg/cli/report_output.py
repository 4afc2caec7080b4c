"""Prints a report in the form that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.cli.exit_code import ExitCode
from codercfg.cli.terminal import style
from codercfg.cli.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.style import Style

FORMATS = ("text", "concise", "json", "github", "sarif")


def report_text(checked: Sequence[Checked], form: str, color: str, texts: Mapping[str, str]) -> str:
    """All findings in one form.

    Args:
        checked: What was checked.
        form: One of `FORMATS`.
        color: `auto`, `always` or `never`, for `text`.
        texts: Inputs by the file name in their origins, for source lines.
    """
    if form == "json":
        from codercfg.diagnostics.json_form import json_form

        return json_form(checked, VERSION)
    if form == "sarif":
        from codercfg.diagnostics.sarif import sarif
        from codercfg.reference.code_docs import code_docs

        return sarif(checked, VERSION, code_docs())
    if form == "github":
        from codercfg.diagnostics.github import github

        return github(checked)
    if form == "concise":
        from codercfg.diagnostics.concise import concise

        return concise(checked)
    return text_report(checked, style(color), texts)


def exit_code(checked: Sequence[Checked]) -> ExitCode:
    """1 when any input has an error."""
    return ExitCode.OK if all(item.ok for item in checked) else ExitCode.FINDINGS


def text_report(checked: Sequence[Checked], style: Style, texts: Mapping[str, str]) -> str:
    """The form for people, with the lines of the files that findings point into."""
    if not any(item.diagnostics for item in checked):
        from codercfg.diagnostics.summary import closing

        return closing(checked, style)
    from codercfg.diagnostics.source_lines import SourceLines
    from codercfg.diagnostics.text import TextForm
    from codercfg.reference.key_words import visibility

    return TextForm(SourceLines(dict(texts)), visibility(), style).text(checked)
