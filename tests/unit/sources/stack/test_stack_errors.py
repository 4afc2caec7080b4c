"""Every finding about a stack file, word for word: tests/cases/stack_errors/<case>.yaml gives <case>.txt.

CODERCFG_WRITE_CASES=1 writes the texts anew, for review as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from codercfg.diagnostics.diagnostic import Severity, collected
from codercfg.sources.stack_file import read_stack_file
from codercfg.stack_check import check_stack

if TYPE_CHECKING:
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin

CASES = Path(__file__).parents[3] / "cases" / "stack_errors"
FILES = sorted(CASES.glob("*.yaml"))
WARNINGS_ONLY = {"eleven_logins_of_2_34", "too_much_for_pulumi", "release_is_unknown"}


def place(origin: Origin) -> str:
    if origin.line is None:
        return "file"
    return f"{origin.line}:{origin.column}" + (f"-{origin.end_column}" if origin.end_column else "")


def written(finding: Diagnostic) -> str:
    lines = [f"{place(finding.origin)} {finding.severity} {finding.code}: {finding.message}"]
    lines += [f"  path: {finding.path}"] if finding.path else []
    lines += [f"  why: {finding.why}"] if finding.why else []
    lines.append(f"  help: {finding.help}")
    lines += [f"  {related.message}: {place(related.origin)}" for related in finding.related]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_findings_are_these(path: Path) -> None:
    findings = collected(read_stack_file(path).diagnostics)
    text = "\n".join(written(finding) for finding in findings)
    expected = path.with_suffix(".txt")
    if os.environ.get("CODERCFG_WRITE_CASES"):
        expected.write_text(text, encoding="utf-8")

    assert text == expected.read_text(encoding="utf-8")
    assert any(finding.severity is Severity.ERROR for finding in findings) is (path.stem not in WARNINGS_ONLY)
    assert {finding.origin.file for finding in findings} == {str(path)}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_stack_with_an_error_is_never_ok(path: Path) -> None:
    assert check_stack(path).ok is (path.stem in WARNINGS_ONLY)
