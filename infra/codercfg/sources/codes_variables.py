"""Pages of the codes of variables and of files that hold them."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

VARIABLE_CODES = (
    CodeDoc(
        code="ENV001",
        name="unknown-variable",
        severity=Severity.WARNING,
        summary="A variable begins with `CODER_`, and no option of the release has it.",
        why="The server ignores it without a word, so that a misspelt setting is simply missing.",
        wrong="""\
```env
CODER_ACCES_URL=https://coder.example.com
```
""",
        right="""\
```env
CODER_ACCESS_URL=https://coder.example.com
```
""",
        source="serpent `env.go`",
    ),
    CodeDoc(
        code="ENV002",
        name="empty-variable-is-unset",
        severity=Severity.WARNING,
        summary="A variable is set but empty in a release that takes this for unset.",
        why=(
            "The default, or the YAML file, applies. From 2.34 on the same variable empties the option, or stops start-up "
            "where empty is no value: an upgrade changes its meaning."
        ),
        wrong="""\
```env
# release: 2.33
CODER_TELEMETRY_ENABLE=
```
""",
        right="""\
```env
# release: 2.33
CODER_TELEMETRY_ENABLE=false
```
""",
        source="coder/coder #24926",
        releases="up to 2.33",
    ),
    CodeDoc(
        code="ENV003",
        name="variable-given-twice",
        severity=Severity.WARNING,
        summary="A variable is given twice, or in two spellings that differ in case only.",
        why="The server upper-cases names, and of two equal ones the later counts.",
        wrong="""\
```env
CODER_ACCESS_URL=https://coder.example.com
coder_access_url=https://other.example.com
```
""",
        right="""\
```env
CODER_ACCESS_URL=https://coder.example.com
```
""",
        source="serpent `env.go`",
    ),
    CodeDoc(
        code="ENV004",
        name="variable-of-another-release",
        severity=Severity.WARNING,
        summary="A variable belongs to an option that the release does not have yet, or no longer.",
        why="The server ignores it without a word.",
        wrong="""\
```env
# release: 2.33
CODER_AI_GATEWAY_ENABLED=true
```
""",
        right="""\
```env
# release: 2.34
CODER_AI_GATEWAY_ENABLED=true
```
""",
        source="option catalogues of the releases",
    ),
    CodeDoc(
        code="ENV005",
        name="line-without-equals-sign",
        severity=Severity.ERROR,
        summary="A line of a file of variables is no `NAME=value`.",
        why=(
            "Programs that read such files differ: one refuses the file, another drops the line, a third takes the value "
            "from its own environment."
        ),
        wrong="""\
```
CODER_VERBOSE
```
""",
        right="""\
```
CODER_VERBOSE=true
```
""",
    ),
    CodeDoc(
        code="ENV006",
        name="quote-does-not-end",
        severity=Severity.ERROR,
        summary="A quoted value of a file of variables does not end, or has text behind its closing quote.",
        why="Programs that read such files differ in what they make of it.",
        wrong="""\
```
CODER_SSH_CONFIG_OPTIONS="A=1
```
""",
        right="""\
```
CODER_SSH_CONFIG_OPTIONS="A=1"
```
""",
    ),
)
