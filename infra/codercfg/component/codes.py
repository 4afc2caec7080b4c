"""The codes of the Pulumi program."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

DIFFERS = CodeDoc(
    code="PUL001",
    name="config-not-of-this-file",
    severity=Severity.ERROR,
    summary="Pulumi passes another configuration than the stack file holds.",
    why="checks and places would be about one configuration, and what is applied about another",
    wrong="pulumi up --config-file elsewhere.yaml",
    right="CODERCFG_STACK_FILE=elsewhere.yaml pulumi up --config-file elsewhere.yaml",
    source="Pulumi `workspace`: `--config-file`, and environments merged under a stack's configuration",
)

CODES = (DIFFERS,)
