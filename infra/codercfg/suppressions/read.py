"""Reads what the comments of a file allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codercfg.diagnostics.diagnostic import Diagnostic, Severity
from codercfg.diagnostics.origin import Origin
from codercfg.suppressions.allowance import Allowance
from codercfg.suppressions.comments import MARK, dotenv_comments, yaml_comments

if TYPE_CHECKING:
    from codercfg.suppressions.comments import Comment

_FORM = re.compile(rf"#\s*{MARK}\s*(?P<verb>allow(?:-file)?)\s+(?P<codes>[A-Z]{{3}}\d{{3}}(?:\s*,\s*[A-Z]{{3}}\d{{3}})*)(?P<rest>.*)")
_REASON = re.compile(r"[\s:,]*because\s+(\S.*)")
_EXAMPLE = "# codercfg: allow TLS019 because old scanners know nothing newer"


def read_allowances(text: str, file: str, source: str) -> tuple[list[Allowance], list[Diagnostic]]:
    """What the comments of a text allow, and findings about those that allow nothing.

    Args:
        text: The text.
        file: Its name in the origins of findings.
        source: `stack`, `yaml` or `dotenv`, as in the origins of findings.
    """
    if MARK not in text:
        return [], []
    allowances: list[Allowance] = []
    diagnostics: list[Diagnostic] = []
    for comment in (dotenv_comments if source == "dotenv" else yaml_comments)(text):
        origin = Origin(source, file, comment.line, comment.column, comment.column + len(comment.text))
        found = _read(comment, origin)
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
        else:
            allowances += found
    return allowances, diagnostics


def _read(comment: Comment, origin: Origin) -> list[Allowance] | Diagnostic:
    match = _FORM.fullmatch(comment.text)
    if match is None:
        return Diagnostic(
            "ALW001",
            Severity.WARNING,
            "the comment allows nothing: it has not the form of one that does",
            f"write `{_EXAMPLE}`, with `allow-file` instead of `allow` for the whole file",
            origin=origin,
        )
    reason = _REASON.fullmatch(match["rest"])
    if reason is None:
        return Diagnostic(
            "ALW002",
            Severity.WARNING,
            f"the comment does not say why {match['codes']} may stay",
            "add `because` and a reason: whoever reads the file later must be able to judge whether it still holds",
            origin=origin,
            why="without a reason nothing is allowed",
        )
    whole = match["verb"] == "allow-file"
    line = None if whole else comment.target or comment.line
    codes = dict.fromkeys(re.findall(r"\w+", match["codes"]))
    return [Allowance(code, reason[1], line, origin) for code in codes]
