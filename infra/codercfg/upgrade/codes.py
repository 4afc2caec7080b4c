"""Pages of the codes about upgrading."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

CODES = (
    CodeDoc(
        code="REL010",
        name="default-changes",
        severity=Severity.WARNING,
        summary="An option that the stack does not set has another default in the new release.",
        why="the server behaves otherwise although the stack did not change",
        wrong="codercfg upgrade dev --to 2.34.1   # ai.bridge.enabled is not set: false in 2.33, true in 2.34",
        right="ai: {bridge: {enabled: false}}",
        source="the option catalogues of the releases",
    ),
    CodeDoc(
        code="REL011",
        name="meaning-changes",
        severity=Severity.WARNING,
        summary="The new release reads a setting otherwise than the present one.",
        why="an empty variable is a value from 2.34 on; `keys` is cut at its commas from 2.34 on; defaults of external-auth types change",
        wrong='coder:env: {CODER_DOCS_URL: ""}   # unset up to 2.33, empty from 2.34 on',
        right="the line removed, or a value that both releases read alike",
        source="serpent v0.15.0, coder/coder #24683, #24926",
    ),
    CodeDoc(
        code="REL012",
        name="variables-renamed",
        severity=Severity.INFO,
        summary="Options of `coder:deployment` reach the new release under other variables.",
        why="options are rendered with the names of the release",
        wrong="codercfg upgrade prod --to 2.34.1   # CODER_AIBRIDGE_ENABLED is rendered as CODER_AI_GATEWAY_ENABLED",
        right="nothing has to be done",
        source="coder/coder #25061",
    ),
    CodeDoc(
        code="REL013",
        name="order-counts",
        severity=Severity.INFO,
        summary="A stack lists several external-auth providers, and a release before 2.37 is involved.",
        why="their places in the list decide which of them a plain git clone uses; the release is inferred from the date of the change",
        wrong="external_auth: two items that change places during an upgrade",
        right="external_auth: the same order, new items at the end",
        source="coder/coder #27854",
        releases="up to 2.36",
    ),
    CodeDoc(
        code="REL014",
        name="second-route",
        severity=Severity.INFO,
        summary="The AI gateway answers under a second address from 2.35 on.",
        why="the old address is kept; the release is inferred from the date of the change",
        wrong="/api/v2/aibridge/<name>",
        right="/api/v2/ai-gateway/<name>",
        source="coder/coder #26475",
        releases="2.35 and later",
    ),
)
