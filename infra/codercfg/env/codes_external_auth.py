"""Pages of the codes of reading external auth providers."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

EXTERNAL_AUTH_CODES = (
    CodeDoc(
        code="EXT001",
        name="external-auth-without-key",
        severity=Severity.ERROR,
        summary="A variable with the prefix of external auth providers names no key behind its index.",
        why="The server takes every variable with this prefix for one of the list and refuses to start.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_0=github
```
""",
        right="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
```
""",
        source="coder/coder cli/server.go",
    ),
    CodeDoc(
        code="EXT002",
        name="external-auth-index-no-number",
        severity=Severity.ERROR,
        summary="What follows the prefix of external auth providers is no number.",
        why="The server refuses to start. Kubernetes injects such variables for a Service whose name fits: set enableServiceLinks: false.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_GITHUB_TYPE=github
```
""",
        right="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
```
""",
        source="coder/coder cli/server.go",
    ),
    CodeDoc(
        code="EXT003",
        name="external-auth-index-negative",
        severity=Severity.ERROR,
        summary="The index of an external auth provider is negative.",
        why="The server crashes: it looks up an item that cannot exist.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_-1_TYPE=github
```
""",
        right="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
```
""",
        source="coder/coder cli/server.go",
    ),
    CodeDoc(
        code="EXT004",
        name="external-auth-index-gap",
        severity=Severity.ERROR,
        summary="The indices of external auth providers do not begin with 0, or leave one out.",
        why="The server refuses to start.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_1_TYPE=github
```
""",
        right="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
```
""",
        source="coder/coder cli/server.go",
    ),
    CodeDoc(
        code="EXT005",
        name="external-auth-sorts-too-early",
        severity=Severity.ERROR,
        summary="An external auth provider has the index 10 or more, or one with a leading zero.",
        why=(
            "The server sorts these variables as text, meets 10 in front of 1 and refuses to start: ten providers, 0 to 9, "
            "are all that variables can say."
        ),
        wrong="""\
```env
# release: 2.33
CODER_EXTERNAL_AUTH_0_ID=p0
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_1_ID=p1
CODER_EXTERNAL_AUTH_1_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_2_ID=p2
CODER_EXTERNAL_AUTH_2_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_3_ID=p3
CODER_EXTERNAL_AUTH_3_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_4_ID=p4
CODER_EXTERNAL_AUTH_4_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_5_ID=p5
CODER_EXTERNAL_AUTH_5_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_6_ID=p6
CODER_EXTERNAL_AUTH_6_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_7_ID=p7
CODER_EXTERNAL_AUTH_7_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_8_ID=p8
CODER_EXTERNAL_AUTH_8_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_9_ID=p9
CODER_EXTERNAL_AUTH_9_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_10_ID=p10
CODER_EXTERNAL_AUTH_10_CLIENT_ID=abc
```
""",
        right="""\
```env
# release: 2.33
CODER_EXTERNAL_AUTH_0_ID=p0
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_1_ID=p1
CODER_EXTERNAL_AUTH_1_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_2_ID=p2
CODER_EXTERNAL_AUTH_2_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_3_ID=p3
CODER_EXTERNAL_AUTH_3_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_4_ID=p4
CODER_EXTERNAL_AUTH_4_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_5_ID=p5
CODER_EXTERNAL_AUTH_5_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_6_ID=p6
CODER_EXTERNAL_AUTH_6_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_7_ID=p7
CODER_EXTERNAL_AUTH_7_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_8_ID=p8
CODER_EXTERNAL_AUTH_8_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_9_ID=p9
CODER_EXTERNAL_AUTH_9_CLIENT_ID=abc
```
""",
        source="coder/coder cli/server.go, #26230",
        releases="up to 2.33",
    ),
    CodeDoc(
        code="EXT006",
        name="external-auth-emptied",
        severity=Severity.WARNING,
        summary="A variable of an earlier external auth provider has lower-case letters.",
        why="Its name sorts behind those of later providers, and the server then forgets what it had read of this one.",
        wrong="""\
```env
# release: 2.33
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_1_ID=b
CODER_EXTERNAL_AUTH_1_CLIENT_ID=abc
coder_external_auth_0_client_id=x
coder_external_auth_0_id=x
```
""",
        right="""\
```env
# release: 2.33
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_1_ID=b
CODER_EXTERNAL_AUTH_1_CLIENT_ID=abc
```
""",
        source="coder/coder cli/server.go",
        releases="up to 2.33",
    ),
    CodeDoc(
        code="EXT007",
        name="external-auth-value-refused",
        severity=Severity.ERROR,
        summary="A key of an external auth provider has a value that its type does not accept.",
        why="The server refuses to start. Unlike an option, a truth value may not be empty here.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_0_DEVICE_FLOW=
```
""",
        right="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_0_DEVICE_FLOW=true
```
""",
        source="coder/coder cli/server.go",
    ),
    CodeDoc(
        code="EXT008",
        name="external-auth-key-unknown",
        severity=Severity.WARNING,
        summary="An external auth provider has a key that the release does not know.",
        why="The server ignores it without a word, but counts the provider.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_0_SCOPE=repo
```
""",
        right="""\
```env
CODER_EXTERNAL_AUTH_0_TYPE=github
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_0_SCOPES=repo
```
""",
        source="coder/coder cli/server.go",
    ),
    CodeDoc(
        code="EXT009",
        name="option-named-like-external-auth",
        severity=Severity.ERROR,
        summary="An ordinary option is set by a variable whose name begins like those of external auth providers.",
        why="The server looks for an index in the name and refuses to start, whatever the value is.",
        wrong="""\
```env
CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE=false
```
""",
        right="""\
```args
--external-auth-github-default-provider-enable=false
```
""",
        source="coder/coder cli/server.go",
        releases="2.32 and later",
    ),
    CodeDoc(
        code="EXT010",
        name="external-auth-index-above-nine",
        severity=Severity.WARNING,
        summary="An external auth provider of 2.34 has an index of two digits.",
        why="Sorting by number came after 2.34.1. A server without it meets 10 in front of 1 and refuses to start.",
        wrong="""\
```env
# release: 2.34
CODER_EXTERNAL_AUTH_0_ID=p0
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_1_ID=p1
CODER_EXTERNAL_AUTH_1_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_2_ID=p2
CODER_EXTERNAL_AUTH_2_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_3_ID=p3
CODER_EXTERNAL_AUTH_3_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_4_ID=p4
CODER_EXTERNAL_AUTH_4_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_5_ID=p5
CODER_EXTERNAL_AUTH_5_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_6_ID=p6
CODER_EXTERNAL_AUTH_6_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_7_ID=p7
CODER_EXTERNAL_AUTH_7_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_8_ID=p8
CODER_EXTERNAL_AUTH_8_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_9_ID=p9
CODER_EXTERNAL_AUTH_9_CLIENT_ID=abc
CODER_EXTERNAL_AUTH_10_ID=p10
CODER_EXTERNAL_AUTH_10_CLIENT_ID=abc
```
""",
        right="""\
```env
# release: 2.34
CODER_EXTERNAL_AUTH_0_ID=p0
CODER_EXTERNAL_AUTH_0_CLIENT_ID=abc
```
""",
        source="coder/coder #26230",
        releases="2.34 (inferred from merge dates)",
    ),
)
