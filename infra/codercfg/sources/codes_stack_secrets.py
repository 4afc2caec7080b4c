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
    CodeDoc(
        code="STK041",
        name="known-key-in-the-open",
        severity=Severity.ERROR,
        summary="A value that is not secret, or a comment, holds a key or token of a form that is known.",
        why=(
            "Whoever can read the repository, the Deployment or a report can read it. Known are the keys of Anthropic, OpenAI,"
            " OpenRouter, AWS, Google, GitHub, GitLab, Slack, DigitalOcean, Hugging Face and SendGrid, signed tokens (JWT) and"
            " private keys."
        ),
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {annotations: {example.com/token: xoxb-made-up-made-up}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {extraEnv: [{name: SLACK_TOKEN, valueFrom: {secretKeyRef: {name: slack, key: token}}}]}
```
""",
        source="the vendors' documentation of their keys",
    ),
    CodeDoc(
        code="STK042",
        name="value-looks-random",
        severity=Severity.WARNING,
        summary="A value that is not secret looks as if chance had made it.",
        why=(
            "It may be a secret in the wrong place. This is a guess from the letters: a comment in the file can allow it where it is"
            " none, such as an identifier that a vendor made."
        ),
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {extraEnv: [{name: RELAY, value: "aB3dE5fG7hJ9kL1mN3pQ5rS7"}]}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {extraEnv: [{name: RELAY, valueFrom: {secretKeyRef: {name: relay, key: token}}}]}
```
""",
    ),
)
