"""Pages of the codes about a stack file's structure."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

STRUCTURE_CODES = (
    CodeDoc(
        code="STK020",
        name="map-or-list-expected",
        severity=Severity.ERROR,
        summary="A map stands where a list belongs, or the other way round, or a value where a group of options belongs.",
        why="Nothing below it can be read.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {tls: true}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {tls: {enable: false}}
```
""",
    ),
    CodeDoc(
        code="STK021",
        name="top-level-key-unknown",
        severity=Severity.WARNING,
        summary="Pulumi knows no such key at the top of a stack file.",
        why="It drops the key without a word. Sections of the project belong below `config`; there it is an error.",
        wrong="""\
```yaml
conifg: {}
config:
  coder:release: "2.33.1"
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
        code="STK022",
        name="config-missing",
        severity=Severity.ERROR,
        summary="The stack file has no `config`.",
        why="All settings stand below it.",
        wrong="""\
```yaml
encryptionsalt: v1:x
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
        code="STK023",
        name="section-unknown",
        severity=Severity.ERROR,
        summary="There is no such section in the project.",
        why="Nothing would read it.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deploment: {access_url: https://coder.example.com}
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
        code="STK024",
        name="key-unknown",
        severity=Severity.ERROR,
        summary="A group has no such key.",
        why="Nothing would read it; the option that was meant would keep its default.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {acces_url: https://coder.example.com}
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
        code="STK025",
        name="value-missing",
        severity=Severity.ERROR,
        summary="A key has no value.",
        why="Unset and empty are two things, and a key without a value says neither.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment:
    access_url:
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
        code="STK026",
        name="secret-in-plain-text",
        severity=Severity.ERROR,
        summary="A secret option holds plain text.",
        why="Whoever can read the repository can read it.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {scim_api_key: "made-up"}
```
""",
        right="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {scim_api_key: {secretRef: {name: coder-scim, key: token}}}
```
""",
    ),
    CodeDoc(
        code="STK027",
        name="encrypted-without-need",
        severity=Severity.ERROR,
        summary="An option that is not secret holds ciphertext or a reference to a Secret.",
        why="It ends up readable in the Deployment anyway, and without the passphrase nothing could check it.",
        wrong="""\
```yaml
config:
  coder:release: "2.33.1"
  coder:deployment: {access_url: {secure: "v1:made:up"}}
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
)
