"""Pages of the codes about migrating."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

CODES = (
    CodeDoc(
        code="REL030",
        name="not-rewritable",
        severity=Severity.ERROR,
        summary="A stack file is written so that `codercfg migrate` cannot change it without touching more than it should.",
        why="an anchor, a comment between brackets or a key that does not begin its line would be lost or change something else",
        wrong="bridge: {<<: *defaults}   # the older options stand behind the anchor",
        right="bridge: {enabled: true, openai: {key: {secretRef: {name: llm, key: openai}}}}",
    ),
    CodeDoc(
        code="REL031",
        name="route-goes",
        severity=Severity.WARNING,
        summary="A provider that answered under a route of its name is in the file of the new release no more.",
        why="clients that use the route get an error",
        wrong='coder:release: "2.32.0" with ai: {bridge: {enabled: true}}, migrated to 2.33.1: copilot was built in',
        right="providers: [{type: copilot, name: copilot}]",
        source="coder/coder enterprise/cli/aibridged.go (#23948), #29053",
    ),
    CodeDoc(
        code="REL032",
        name="option-goes",
        severity=Severity.INFO,
        summary="`codercfg migrate` leaves out an option that the new release lacks, or that had no effect.",
        why="the new release would ignore it, or refuse to start",
        wrong="ai: {bridge: {openai: {base_url: https://llm.example.com/v1/}}}   # without a key it made no provider",
        right="# ai.bridge.openai.base_url went: a base URL alone made no provider",
    ),
    CodeDoc(
        code="REL033",
        name="providers-in-database",
        severity=Severity.WARNING,
        summary="AI providers are rewritten although the server's database has them already.",
        why="2.34 to 2.37 compare them with the database at each start and refuse to start when they differ",
        wrong='coder:release: "2.34.1" with ai: {bridge: {openai: {key: {secretRef: {name: llm, key: openai}}}}}',
        right="the providers in the product's database, and none in the file",
        source="coder/coder coderd/ai_providers_migrate.go (#24895, #25849)",
        releases="2.34 to 2.37",
    ),
    CodeDoc(
        code="REL034",
        name="providers-reordered",
        severity=Severity.INFO,
        summary="Providers of the older options come behind the indexed ones instead of before them.",
        why="when several providers share a host, the gateway's proxy sends its calls to the first of them",
        wrong="CODER_AIBRIDGE_OPENAI_KEY beside CODER_AIBRIDGE_PROVIDER_0_TYPE",
        right="CODER_AIBRIDGE_PROVIDER_0_TYPE and CODER_AIBRIDGE_PROVIDER_1_TYPE",
        source="coder/coder enterprise/aibridgeproxyd",
    ),
)
