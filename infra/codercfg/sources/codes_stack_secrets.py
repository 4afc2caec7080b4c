"""Pages of the codes about secrets in a stack file."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

SECRET_CODES = (
    CodeDoc(
        code="STK039",
        name="reference-malformed",
        severity=Severity.ERROR,
        summary="The value of a secret option is neither ciphertext nor a whole reference that Kubernetes would take.",
        why=(
            "A pod whose reference names nothing waits for ever. A value lies in one place: `secure` (encrypted here), `secretRef`"
            " (a Secret that exists), `externalSecret` (a store that the operator external-secrets reads) or `sealed` (a SealedSecret of"
            " yours)."
        ),
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {scim_api_key: {secretRef: {name: Coder_SCIM, kye: token}}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {scim_api_key: {externalSecret: {store: vault, key: prod/coder, property: scim, rotation: "2026-11"}}}
```
""",
        source="Kubernetes: object names, Secret keys; external-secrets.io/v1",
    ),
)
