"""The codes of AI providers that the database was seeded with."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

SEEDED_CHANGED = CodeDoc(
    code="PUL070",
    name="seeded-provider-changed",
    severity=Severity.ERROR,
    summary=(
        "An AI provider that the database was seeded with has another type, address, region or credential than at the first start. Found "
        "by `pulumi preview`, which remembers keyed digests in the stack's state; `codercfg check` cannot know what was there before."
    ),
    why="the server compares its database with the stack at every start: every replica would refuse to start",
    wrong="""\
```yaml
config:
  coder:release: "2.34.1"
  coder:deployment:
    ai: {bridge: {providers: [{type: openai, base_url: "https://changed.example.com/v1"}]}}
```
""",
    right="""\
```yaml
config:
  coder:release: "2.34.1"
  coder:deployment:
    ai: {bridge: {providers: [{type: openai, base_url: "https://llm.example.com/v1"}]}}
```

Change the provider in the product instead, and leave it as it is here, or remove it here. When the database row was changed to match what
the stack says now, let that change pass:

```yaml
  coder:kubernetes:
    aiProviders: {changed: {openai: "moved to the new address in the product, OPS-1234"}}
```

Every change needs a reason of its own; one that was used can stay or go.
""",
    source="coder/coder coderd/ai_providers_migrate.go (#24895, #25849)",
    releases="2.34 to 2.37",
)
SEEDED_REMOVED = CodeDoc(
    code="PUL071",
    name="seeded-provider-removed",
    severity=Severity.INFO,
    summary="An AI provider that the database was seeded with is no longer in the stack.",
    why="the database keeps it, and the server goes on to serve it",
    wrong="a provider of an earlier update is no longer listed",
    right="delete the provider in the product if it is to go; keep it there if the product manages it from now on",
    source="coder/coder coderd/ai_providers_migrate.go (#24895)",
    releases="2.34 to 2.37",
)

SEED_CODES = (SEEDED_CHANGED, SEEDED_REMOVED)
