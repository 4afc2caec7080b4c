"""Pages of the codes of the server's YAML file."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

YAML_CODES = (
    CodeDoc(
        code="YML001",
        name="yaml-syntax",
        severity=Severity.ERROR,
        summary="The YAML file is not YAML.",
        why="The server refuses to start.",
        wrong="""\
```yaml
telemetry:
  enable: [false
```
""",
        right="""\
```yaml
telemetry:
  enable: false
```
""",
        source="Go yaml.v3",
    ),
    CodeDoc(
        code="YML002",
        name="yaml-no-map",
        severity=Severity.ERROR,
        summary="The YAML file holds no map: it is empty, holds comments only, or something else.",
        why="The server refuses to start.",
        wrong="""\
```yaml
# nothing yet
```
""",
        right="""\
```yaml
{}
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML003",
        name="unknown-yaml-key",
        severity=Severity.ERROR,
        summary="A key of the YAML file is neither an option nor a group of the release.",
        why="The server refuses to start, unlike with an unknown variable. Upper and lower case count.",
        wrong="""\
```yaml
networking:
  accessUrl: https://coder.example.com
```
""",
        right="""\
```yaml
networking:
  accessURL: https://coder.example.com
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML004",
        name="yaml-key-no-text",
        severity=Severity.ERROR,
        summary="A key of the YAML file is a list, a map or an alias.",
        why="The server refuses to start.",
        wrong="""\
```yaml
[telemetry]: {enable: false}
```
""",
        right="""\
```yaml
telemetry: {enable: false}
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML005",
        name="group-without-map",
        severity=Severity.WARNING,
        summary="A group of the YAML file has a value that is no map.",
        why="The server ignores it, and with it whatever was meant to be set.",
        wrong="""\
```yaml
telemetry: false
```
""",
        right="""\
```yaml
telemetry:
  enable: false
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML006",
        name="yaml-key-given-twice",
        severity=Severity.WARNING,
        summary="A key of the YAML file is given twice.",
        why="The server takes the later one.",
        wrong="""\
```yaml
telemetry:
  enable: true
  enable: false
```
""",
        right="""\
```yaml
telemetry:
  enable: false
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML007",
        name="null-is-a-word",
        severity=Severity.WARNING,
        summary="An option of the YAML file has the value `null` or `~`.",
        why="The server takes the text as it stands, so the option is set to the word and not left unset.",
        wrong="""\
```yaml
cacheDir: null
```
""",
        right="""\
```yaml
cacheDir: /var/cache/coder
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML008",
        name="rule-bypassed-by-yaml",
        severity=Severity.WARNING,
        summary="An option of the YAML file has a value that the server would refuse in a variable.",
        why=(
            "The server applies its own rules for single options to variables and flags only. The value takes effect, and "
            "what follows is untested."
        ),
        wrong="""\
```yaml
provisioning: {daemonTypes: [docker]}
```
""",
        right="""\
```yaml
provisioning: {daemonTypes: [terraform]}
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML009",
        name="yaml-file-unreadable",
        severity=Severity.ERROR,
        summary="The file that --config or CODER_CONFIG_PATH names cannot be read.",
        why="The server refuses to start.",
        wrong="""\
```env
# file: /etc/coder/other.yaml = {}
CODER_CONFIG_PATH=/etc/coder/coder.yaml
```
""",
        right="""\
```env
# file: /etc/coder/coder.yaml = {}
CODER_CONFIG_PATH=/etc/coder/coder.yaml
```
""",
        source="serpent `yaml.go`",
    ),
    CodeDoc(
        code="YML010",
        name="yaml-is-experimental",
        severity=Severity.INFO,
        summary="A YAML file is used.",
        why="The server calls it experimental and prints a warning at every start. Secrets and some other options have no YAML key.",
        wrong="""\
```yaml
telemetry:
  enable: false
```
""",
        right="""\
```env
CODER_TELEMETRY_ENABLE=false
```
""",
        source="serpent `yaml.go`",
    ),
)
