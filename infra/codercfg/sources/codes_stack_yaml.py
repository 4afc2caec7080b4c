"""Pages of the codes about YAML that Pulumi refuses, or reads as something else than it looks like."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

YAML_CODES = (
    CodeDoc(
        code="STK008",
        name="alias-broken",
        severity=Severity.ERROR,
        summary="An alias has no anchor, stands for itself, or merges what is no map.",
        why="Pulumi refuses the file.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: *url}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: &url https://coder.example.com, docs_url: *url}
```
""",
    ),
    CodeDoc(
        code="STK009",
        name="stack-file-too-complex",
        severity=Severity.ERROR,
        summary="More than 100 levels, or more than 600,000 values with aliases expanded.",
        why="A few lines of aliases can stand for more values than memory holds.",
        wrong="""\
```yaml
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
g: [*f, *f, *f, *f, *f, *f, *f, *f, *f]
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
```
""",
    ),
    CodeDoc(
        code="STK010",
        name="tag-unsupported",
        severity=Severity.ERROR,
        summary="A value has a tag that is no core type of YAML, or does not fit it.",
        why="Pulumi ignores tags that it does not know, and takes the text as it stands.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: !url https://coder.example.com}
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
        code="STK011",
        name="key-not-text",
        severity=Severity.ERROR,
        summary="A key is a number with a fraction, nothing, a map or a list.",
        why="Pulumi refuses such keys, or prints them in a form of its own.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {~: 1}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
```
""",
    ),
    CodeDoc(
        code="STK012",
        name="date-without-quotes",
        severity=Severity.ERROR,
        summary="A value looks like a date and stands without quotes.",
        why="Pulumi takes it for a time and hands on `2026-01-01 00:00:00 +0000 UTC`.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {oidc: {sign_in_text: 2026-01-01}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {oidc: {sign_in_text: "2026-01-01"}}
```
""",
    ),
    CodeDoc(
        code="STK013",
        name="number-in-another-notation",
        severity=Severity.WARNING,
        summary="A value without quotes is read as a number that is written differently.",
        why="`0755` is octal and means 493, `0x1F` is 31, and `1_000` is 1000.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {oidc: {client_id: 0755, issuer_url: https://id.example.com}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {oidc: {client_id: "0755", issuer_url: https://id.example.com}}
```
""",
    ),
    CodeDoc(
        code="STK014",
        name="number-without-value",
        severity=Severity.ERROR,
        summary="A value is infinity, or not a number.",
        why="Pulumi fails: it hands configuration on as JSON, which has neither.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {rate_limit: {api: .inf}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {rate_limit: {api: -1}}
```
""",
    ),
)
