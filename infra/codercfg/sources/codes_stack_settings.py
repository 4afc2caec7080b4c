"""Pages of the codes about what a stack file sets."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

SETTING_CODES = (
    CodeDoc(
        code="STK029",
        name="option-set-twice",
        severity=Severity.ERROR,
        summary="An option stands under `coder:deployment` and under `coder:env`, or under two of its variables.",
        why="Neither wins, so that nobody has to know which.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: https://coder.example.com}
  coder:env: {CODER_ACCESS_URL: https://coder.example.com}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url: https://coder.example.com
```
""",
    ),
    CodeDoc(
        code="STK031",
        name="variable-not-text",
        severity=Severity.ERROR,
        summary="A variable holds a list, a map, or a number with a fraction.",
        why="The server finds text in its environment, and the text of such a value would be a guess.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:env: {CODER_PROXY_TRUSTED_HEADERS: [X-Real-Ip, X-Forwarded-For]}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:env: {CODER_PROXY_TRUSTED_HEADERS: "X-Real-Ip,X-Forwarded-For"}
```
""",
    ),
    CodeDoc(
        code="STK032",
        name="configuration-too-large",
        severity=Severity.ERROR,
        summary="The configuration is more than Pulumi can hand to the program. A warning if that is not certain, or the target is files.",
        why="It passes all of it, of every namespace and decrypted, in one environment variable; Linux limits each to 128 KiB, and the "
        "program does not start: `argument list too long`.",
        wrong="""\
A list of a thousand providers, or a certificate bundle in the stack file.
""",
        right="""\
Keep large texts in files and Secrets of their own: `kubernetes.certs.secrets` for authorities, `secretRef` for keys. `codercfg render`
has no such limit.
""",
        source="Linux `MAX_ARG_STRLEN`; pulumi/pulumi #8680; tried with Pulumi 3.259: 131,057 bytes run, one more does not",
    ),
    CodeDoc(
        code="STK033",
        name="setting-invalid",
        severity=Severity.ERROR,
        summary="A setting of the Kubernetes objects or of the target has a value that cannot be used.",
        why="The objects could not be made, or Kubernetes would refuse them.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {replicas: many}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {replicas: 2}
```
""",
    ),
    CodeDoc(
        code="STK034",
        name="findings-left-out",
        severity=Severity.ERROR,
        summary="A section has more than 200 findings; the rest is not shown.",
        why="Most of them have one cause.",
        wrong="""\
A list of a thousand providers with the same mistake.
""",
        right="""\
Correct the findings that are shown, and check again.
""",
    ),
    CodeDoc(
        code="STK035",
        name="key-missing",
        severity=Severity.ERROR,
        summary="A setting needs a key that is not there.",
        why="The objects could not be made.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {certs: {secrets: [{name: ca}]}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {certs: {secrets: [{name: ca, key: ca.crt}]}}
```
""",
    ),
    CodeDoc(
        code="STK036",
        name="variable-is-no-option",
        severity=Severity.ERROR,
        summary="`coder:env` holds a variable that is no option of the server.",
        why="`coder:env` holds options only, so that each of them is checked.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:env: {HTTPS_PROXY: "http://proxy:3128"}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:kubernetes: {extraEnv: [{name: HTTPS_PROXY, value: "http://proxy:3128"}]}
```
""",
    ),
    CodeDoc(
        code="STK037",
        name="two-targets",
        severity=Severity.ERROR,
        summary="The stack names two places for its objects.",
        why="Objects go to files or to a cluster; with both, each would have to be kept in step with the other.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:target: {files: {}, cluster: {context: production}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:target: {cluster: {context: production}}
```
""",
    ),
    CodeDoc(
        code="STK038",
        name="cluster-without-context",
        severity=Severity.WARNING,
        summary="The stack's cluster is whichever the kubeconfig points at.",
        why="A shell's current context is an accident; the objects of one stack would end in the cluster of another.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:target: {cluster: {}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:target: {cluster: {context: production}}
```
""",
    ),
)
