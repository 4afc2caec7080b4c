"""The page of the code about baselines."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

GONE = CodeDoc(
    code="BSL001",
    name="known-finding-gone",
    severity=Severity.INFO,
    summary="A finding that the baseline lists is no longer there.",
    why="While it is listed, the same mistake could come back without being seen.",
    wrong="codercfg check --baseline known.json stacks/Pulumi.prod.yaml",
    right="codercfg check --baseline known.json --write-baseline stacks/Pulumi.prod.yaml",
)

CODES = (GONE,)
