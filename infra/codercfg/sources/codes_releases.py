"""Pages of the codes about the release of a stack."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

RELEASE_CODES = (
    CodeDoc(
        code="REL001",
        name="release-missing",
        severity=Severity.ERROR,
        summary="The stack names no release of the Coder server.",
        why="Options, their defaults and all checks differ between releases, so nothing can be checked without one.",
        wrong="""\
```yaml
config:
  coder:deployment: {access_url: https://coder.example.com}
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
        code="REL002",
        name="release-malformed",
        severity=Severity.ERROR,
        summary="`coder:release` is no release, or no text.",
        why="YAML reads `2.30` without quotes as the number 2.3, and words such as `latest` say nothing about options.",
        wrong="""\
```yaml
config:
  coder:release: 2.30
```
""",
        right="""\
```yaml
config:
  coder:release: "2.30.1"
```
""",
    ),
    CodeDoc(
        code="REL003",
        name="release-unknown",
        severity=Severity.WARNING,
        summary="The options of this release are not known.",
        why="The stack is checked against the nearest known release; options that came, went or changed since are not seen.",
        wrong="""\
```yaml
config:
  coder:release: "2.99.0"
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
        code="REL004",
        name="option-not-in-release",
        severity=Severity.ERROR,
        summary="The stack sets an option, or a key of a provider, that the release does not have.",
        why="There is no variable for it, or the server ignores it without a word: the setting would be lost.",
        wrong="""\
```yaml
config:
  coder:release: "2.29.0"
  coder:deployment: {retention: {audit_logs: 30d}}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {retention: {audit_logs: 30d}}
```
""",
    ),
    CodeDoc(
        code="REL005",
        name="option-deprecated",
        severity=Severity.INFO,
        summary="Upstream names a successor for this option or variable.",
        why="The release still reads it; a later one may not.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:env: {CODER_NOTIFICATIONS_EMAIL_FROM: coder@example.com}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:env: {CODER_EMAIL_FROM: coder@example.com}
```
""",
    ),
)
