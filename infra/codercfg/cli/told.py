"""Findings of a command whose output is something else: they go to standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from codercfg.cli.report_output import exit_code, text_report
from codercfg.cli.terminal import style
from codercfg.diagnostics.checked import Checked
from codercfg.diagnostics.diagnostic import collected

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codercfg.cli.exit_code import ExitCode
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.stack_check import LoadedStack


def tell(loaded: LoadedStack, further: Iterable[Diagnostic], color: str) -> ExitCode:
    """Print the findings of a stack, if there are any, and say whether one is an error.

    Args:
        loaded: The stack.
        further: Findings of what was made of it.
        color: `auto`, `always` or `never`.
    """
    file, text = loaded.inputs.file, loaded.inputs.text
    checked = [Checked(file, loaded.report.release, collected([*loaded.report.diagnostics, *further]))]
    if checked[0].diagnostics:
        print(text_report(checked, style(color, sys.stderr), {file: text}), end="", file=sys.stderr)
    return exit_code(checked)
