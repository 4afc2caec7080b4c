"""Pages of the codes of options and arguments."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

OPTION_CODES = (
    CodeDoc(
        code="OPT001",
        name="value-refused",
        severity=Severity.ERROR,
        summary="A variable, flag or YAML key has a value that its type does not accept.",
        why=(
            "The server reads values by the rules of Go and refuses to start: only 1, t, T, TRUE, true and True are true, a"
            " duration needs a unit, a list is one line of CSV."
        ),
        wrong="""\
```env
CODER_VERBOSE=yes
```
""",
        right="""\
```env
CODER_VERBOSE=true
```
""",
        source="serpent `values.go`",
    ),
    CodeDoc(
        code="OPT002",
        name="empty-value-refused",
        severity=Severity.ERROR,
        summary="A variable or flag is set but empty, and its type has no empty value: numbers, durations, host:port and choices.",
        why="The server refuses to start. An optional Kubernetes Secret that resolves to nothing is the usual cause.",
        wrong="""\
```args
--max-token-lifetime=
```
""",
        right="""\
```args
--max-token-lifetime=720h
```
""",
        source="serpent `values.go`, coder/coder #24926",
    ),
    CodeDoc(
        code="OPT003",
        name="two-names-of-one-option",
        severity=Severity.WARNING,
        summary="Two names of one option are set to different values.",
        why=(
            "The server applies options in the order of their upstream titles, and the later one counts. That is not always"
            " the newer name: CODER_NOTIFICATIONS_EMAIL_* beats CODER_EMAIL_*."
        ),
        wrong="""\
```env
CODER_EMAIL_FROM=new@example.com
CODER_NOTIFICATIONS_EMAIL_FROM=old@example.com
```
""",
        right="""\
```env
CODER_EMAIL_FROM=new@example.com
```
""",
        source="serpent `option.go`",
    ),
    CodeDoc(
        code="OPT004",
        name="lists-are-added-up",
        severity=Severity.WARNING,
        summary="A list is set by a variable and by a flag.",
        why="For lists the server appends what the flag gives to what the variable gave; elsewhere the flag wins.",
        wrong="""\
```env
CODER_OIDC_SCOPES=openid
```
```args
--oidc-scopes=groups
```
""",
        right="""\
```args
--oidc-scopes=openid,groups
```
""",
        source="serpent `values.go`",
    ),
    CodeDoc(
        code="OPT005",
        name="reset-by-other-name",
        severity=Severity.WARNING,
        summary="A validated option with two names is set under one of them only.",
        why="The two names do not share their bookkeeping, so that the default of the other name overwrites the value.",
        wrong="""\
```env
# release: 2.34
CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS=10
```
""",
        right="""\
```env
# release: 2.34
CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS=10
CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS=10
```
""",
        source="serpent `option.go`",
        releases="2.34 and later",
    ),
)
ARGUMENT_CODES = (
    CodeDoc(
        code="ARG001",
        name="unknown-flag",
        severity=Severity.ERROR,
        summary="An argument is a flag that the release does not have.",
        why="The server refuses to start.",
        wrong="""\
```args
--acces-url=https://coder.example.com
```
""",
        right="""\
```args
--access-url=https://coder.example.com
```
""",
        source="pflag",
    ),
    CodeDoc(
        code="ARG002",
        name="argument-is-no-flag",
        severity=Severity.ERROR,
        summary="An argument is neither a flag nor the value of one.",
        why="The server takes no other arguments and refuses to start. A boolean flag takes its value only behind an equals sign.",
        wrong="""\
```args
--verbose
false
```
""",
        right="""\
```args
--verbose=false
```
""",
        source="pflag, serpent `command.go`",
    ),
    CodeDoc(
        code="ARG003",
        name="flag-without-value",
        severity=Severity.ERROR,
        summary="The last argument is a flag that needs a value.",
        why="The server refuses to start.",
        wrong="""\
```args
--access-url
```
""",
        right="""\
```args
--access-url=https://coder.example.com
```
""",
        source="pflag",
    ),
)
