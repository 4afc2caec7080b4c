"""One line a finding, for editors and for `grep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codercfg.diagnostics.printable import printable
from codercfg.diagnostics.summary import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.diagnostic import Diagnostic


def headline(diagnostic: Diagnostic) -> str:
    """`stacks/Pulumi.prod.yaml:12:7: error[OID003]: message`."""
    return printable(f"{diagnostic.origin}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}")


def concise(checked: Sequence[Checked]) -> str:
    """All findings, then the summary."""
    lines = [headline(diagnostic) for item in checked for diagnostic in item.diagnostics]
    return "\n".join([*lines, summary(checked)]) + "\n"
