"""Pages of the codes about templates."""

from __future__ import annotations

from codercfg.diagnostics.code_doc import CodeDoc
from codercfg.diagnostics.diagnostic import Severity

TEMPLATE_CODES = (
    CodeDoc(
        code="TPL001",
        name="template-unknown",
        severity=Severity.ERROR,
        summary="The folder of own templates is missing, or a file in it has no bundled template of its name.",
        why="a file that replaces nothing would be ignored without a word",
        wrong="kubernetes: {templates: my-templates} with my-templates/deploy.yaml.j2",
        right="my-templates/deployment.yaml.j2",
    ),
    CodeDoc(
        code="TPL002",
        name="template-fails",
        severity=Severity.ERROR,
        summary="A template does not parse, names something that is not there, or writes null.",
        why="the object cannot be made",
        wrong="name: {{ nmae }}",
        right="name: {{ name }}",
        source="Jinja documentation, StrictUndefined and the sandbox",
    ),
    CodeDoc(
        code="TPL003",
        name="template-result-no-object",
        severity=Severity.ERROR,
        summary="What a template makes is not one Kubernetes object: not YAML, none, several, a doubled key, null.",
        why="the object cannot be read back, or a part of it would be lost",
        wrong="a template with `---` between two objects",
        right="one object for each template",
    ),
    CodeDoc(
        code="TPL004",
        name="secret-misplaced",
        severity=Severity.ERROR,
        summary="A template writes a secret somewhere else than as a whole value in `data` of a Secret.",
        why="names, labels, annotations and other kinds are readable by many, and show in previews and logs",
        wrong="annotations: {password: {{ data['CODER_PG_CONNECTION_URL'] }}}",
        right="data: {CODER_PG_CONNECTION_URL: {{ data['CODER_PG_CONNECTION_URL'] }}}",
    ),
)
