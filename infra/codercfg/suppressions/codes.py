"""Pages of the codes about comments that allow findings."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

MALFORMED = CodeDoc(
    code="ALW001",
    name="allowance-malformed",
    severity=Severity.WARNING,
    summary="A comment begins with `codercfg:` and is none that allows a finding.",
    why="Nothing is allowed by it, and the finding that it was written for is still reported.",
    wrong="# codercfg: ignore TLS019",
    right="# codercfg: allow TLS019 because old scanners on the shop floor know nothing newer",
)
WITHOUT_REASON = CodeDoc(
    code="ALW002",
    name="allowance-without-reason",
    severity=Severity.WARNING,
    summary="A comment allows a finding and does not say why.",
    why="Nothing is allowed without a reason: whoever reads the file later must be able to judge whether it still holds.",
    wrong="# codercfg: allow TLS019",
    right="# codercfg: allow TLS019 because old scanners on the shop floor know nothing newer",
)
UNKNOWN = CodeDoc(
    code="ALW003",
    name="allowance-of-unknown-code",
    severity=Severity.WARNING,
    summary="A comment allows a code that does not exist.",
    why="Nothing is allowed by it; the code is misspelt, or it was retired.",
    wrong="# codercfg: allow TLS999 because old scanners on the shop floor know nothing newer",
    right="# codercfg: allow TLS019 because old scanners on the shop floor know nothing newer",
)
UNUSED = CodeDoc(
    code="ALW004",
    name="allowance-unused",
    severity=Severity.WARNING,
    summary="A comment allows a code, and there is no such finding at its place.",
    why=(
        "It would hide the next finding of this code from everybody. Not reported for checks that could not be made: of encrypted values, "
        "of files that were not read, and of Kubernetes objects where none were made."
    ),
    wrong="coder:deployment:\n  # codercfg: allow TLS019 because it was needed once\n  verbose: true",
    right="coder:deployment:\n  verbose: true",
)
OF_ERROR = CodeDoc(
    code="ALW005",
    name="allowance-of-error",
    severity=Severity.WARNING,
    summary="A comment allows a finding that is an error.",
    why="The server would refuse the configuration or drop the setting, whatever a comment says; so the error stays.",
    wrong="coder:deployment:\n  # codercfg: allow OPT001 because it works on my machine\n  verbose: maybe",
    right="coder:deployment:\n  verbose: true",
)

CODES = (MALFORMED, WITHOUT_REASON, UNKNOWN, UNUSED, OF_ERROR)
