"""Pages of the codes about a stack file's text."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

TEXT_CODES = (
    CodeDoc(
        code="STK001",
        name="stack-file-unreadable",
        severity=Severity.ERROR,
        summary="The stack file cannot be opened.",
        why="Nothing of it was read.",
        wrong="""\
A path that does not exist, a folder, or a file without read permission.
""",
        right="""\
`codercfg check stacks/Pulumi.dev.yaml`, from the folder in which `stacks` lies.
""",
    ),
    CodeDoc(
        code="STK002",
        name="stack-file-too-large",
        severity=Severity.ERROR,
        summary="The stack file is larger than 4 MB.",
        why="Pulumi hands at most 128 KiB of configuration to a program; a larger file is no stack file.",
        wrong="""\
A certificate bundle, a log or a database dump inside the stack file.
""",
        right="""\
Keep large texts in files or Kubernetes Secrets, and name them.
""",
    ),
    CodeDoc(
        code="STK003",
        name="stack-file-not-utf-8",
        severity=Severity.ERROR,
        summary="The stack file is no UTF-8 text.",
        why="Places and values would be guesses.",
        wrong="""\
A file saved as UTF-16 or Latin-1.
""",
        right="""\
The same file saved as UTF-8.
""",
    ),
    CodeDoc(
        code="STK004",
        name="stack-file-empty",
        severity=Severity.ERROR,
        summary="The stack file holds nothing but comments.",
        why="There is no release and no option to check.",
        wrong="""\
```yaml
# nothing yet
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
        code="STK005",
        name="stack-file-not-yaml",
        severity=Severity.ERROR,
        summary="The text is not YAML as Pulumi reads it.",
        why="Pulumi refuses the file.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {docs_url: https://docs.example.com/?lang=de}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {docs_url: "https://docs.example.com/?lang=de"}
```
""",
        source="Go `gopkg.in/yaml.v3` v3.0.1",
    ),
    CodeDoc(
        code="STK006",
        name="key-twice",
        severity=Severity.ERROR,
        summary="A map has the same key twice.",
        why="Pulumi refuses the file; for two spellings of one section, one of them would win by chance.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment:
    docs_url: https://a.example.com
    docs_url: https://b.example.com
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment:
    docs_url: https://a.example.com
```
""",
    ),
    CodeDoc(
        code="STK007",
        name="several-documents",
        severity=Severity.ERROR,
        summary="The file holds more than one YAML document.",
        why="Pulumi reads the first and ignores the others without a word.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
---
config: {}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
```
""",
    ),
)
