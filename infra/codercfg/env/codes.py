"""Pages of the codes of indexed variables and of rendering."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity
from codercfg.env.codes_ai_providers import AI_PROVIDER_CODES
from codercfg.env.codes_external_auth import EXTERNAL_AUTH_CODES

RENDERING_CODES = (
    CodeDoc(
        code="ENV050",
        name="option-missing-in-release",
        severity=Severity.ERROR,
        summary="An option is set that the target release does not have.",
        why="There is no variable to write it to, so the setting would be lost.",
        wrong="""\
```
# release 2.33
ai.bridge.budget_policy: highest
```
""",
        right="""\
```
# release 2.34
ai.bridge.budget_policy: highest
```
""",
        source="option catalogues of the releases",
    ),
    CodeDoc(
        code="ENV051",
        name="list-not-read-by-release",
        severity=Severity.ERROR,
        summary="A list of providers is set that the target release reads from no variable.",
        why="The list would be ignored without a word.",
        wrong="""\
```
# release 2.32
ai.bridge.providers: [{type: openai}]
```
""",
        right="""\
```
# release 2.33
ai.bridge.providers: [{type: openai}]
```
""",
        source="coder/coder #23948, #29053",
    ),
    CodeDoc(
        code="ENV052",
        name="key-missing-in-release",
        severity=Severity.ERROR,
        summary="An item of a list has a key that the target release does not read.",
        why="The server ignores unknown keys of an indexed variable.",
        wrong="""\
```
# release 2.29
external_auth: [{type: x, client_id: y, code_challenge_methods_supported: [S256]}]
```
""",
        right="""\
```
# release 2.30
external_auth: [{type: x, client_id: y, code_challenge_methods_supported: [S256]}]
```
""",
        source="coder/coder cli/server.go",
    ),
)
CODES = (*AI_PROVIDER_CODES, *EXTERNAL_AUTH_CODES, *RENDERING_CODES)
