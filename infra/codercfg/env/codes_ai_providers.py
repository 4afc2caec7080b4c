"""Pages of the codes of reading AI providers."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

AI_PROVIDER_CODES = (
    CodeDoc(
        code="AIP001",
        name="provider-without-key",
        severity=Severity.ERROR,
        summary="A variable with the prefix of AI providers names no key behind its index.",
        why="The server takes every variable with this prefix for one of the list and refuses to start.",
        wrong="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0=openai
```
""",
        right="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
```
""",
        source="coder/coder cli/server.go",
        releases="2.33 to 2.37",
    ),
    CodeDoc(
        code="AIP002",
        name="provider-index-no-number",
        severity=Severity.ERROR,
        summary="What follows the prefix of AI providers is no number.",
        why="The server refuses to start. Kubernetes injects such variables for a Service whose name fits: set enableServiceLinks: false.",
        wrong="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_SERVICE_HOST=10.0.0.1
```
""",
        right="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
```
""",
        source="coder/coder cli/server.go",
        releases="2.33 to 2.37",
    ),
    CodeDoc(
        code="AIP003",
        name="provider-index-negative",
        severity=Severity.ERROR,
        summary="The index of an AI provider is negative.",
        why="The server crashes: it looks up an item that cannot exist.",
        wrong="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_-1_TYPE=openai
```
""",
        right="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
```
""",
        source="coder/coder cli/server.go",
        releases="2.33 to 2.37",
    ),
    CodeDoc(
        code="AIP004",
        name="provider-index-gap",
        severity=Severity.ERROR,
        summary="The indices of AI providers do not begin with 0, or leave one out.",
        why="The server refuses to start.",
        wrong="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
CODER_AIBRIDGE_PROVIDER_2_TYPE=anthropic
```
""",
        right="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
CODER_AIBRIDGE_PROVIDER_1_TYPE=anthropic
```
""",
        source="coder/coder cli/server.go",
        releases="2.33 to 2.37",
    ),
    CodeDoc(
        code="AIP005",
        name="provider-prefixes-mixed",
        severity=Severity.ERROR,
        summary="AI providers are listed under both CODER_AIBRIDGE_PROVIDER_ and CODER_AI_GATEWAY_PROVIDER_.",
        why="The server refuses to start rather than guess which list is meant.",
        wrong="""\
```env
# release: 2.34
CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
CODER_AIBRIDGE_PROVIDER_0_TYPE=anthropic
```
""",
        right="""\
```env
# release: 2.34
CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
CODER_AI_GATEWAY_PROVIDER_1_TYPE=anthropic
```
""",
        source="coder/coder #25061",
        releases="2.34 to 2.37",
    ),
    CodeDoc(
        code="AIP006",
        name="provider-variables-not-read",
        severity=Severity.WARNING,
        summary="AI providers are listed under a prefix that the release does not read.",
        why="The server ignores the variables without a word.",
        wrong="""\
```env
# release: 2.33
CODER_AI_GATEWAY_PROVIDER_0_TYPE=openai
```
""",
        right="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
```
""",
        source="coder/coder #23948, #25061, #29053",
    ),
    CodeDoc(
        code="AIP007",
        name="provider-key-unknown",
        severity=Severity.WARNING,
        summary="An AI provider has a key that the release does not know.",
        why="The server logs a warning and ignores it, but counts the provider.",
        wrong="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
CODER_AIBRIDGE_PROVIDER_0_URL=https://api.example.com
```
""",
        right="""\
```env
# release: 2.33
CODER_AIBRIDGE_PROVIDER_0_TYPE=openai
CODER_AIBRIDGE_PROVIDER_0_BASE_URL=https://api.example.com
```
""",
        source="coder/coder cli/server.go",
        releases="2.33 to 2.37",
    ),
)
