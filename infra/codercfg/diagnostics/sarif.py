"""The report as a SARIF 2.1.0 log, for code scanning. Source: OASIS SARIF 2.1.0."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from codercfg.diagnostics.allowed import Allowed
    from codercfg.diagnostics.checked import Checked
    from codercfg.diagnostics.code_doc import CodeDoc
    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.diagnostics.origin import Origin

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(checked: Sequence[Checked], tool_version: str, docs: Mapping[str, CodeDoc] | None = None) -> str:
    """One run with all findings; `docs` fills in what each code means."""
    diagnostics = [diagnostic for item in checked for diagnostic in item.diagnostics]
    allowed = [allowed for item in checked for allowed in item.allowed]
    codes = sorted({diagnostic.code for diagnostic in (*diagnostics, *(item.diagnostic for item in allowed))})
    driver = {"name": "codercfg", "semanticVersion": tool_version, "rules": [_rule(code, docs or {}) for code in codes]}
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in diagnostics),
            *(_suppressed(item, codes.index(item.diagnostic.code)) for item in allowed),
        ],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(checked)}],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, docs: Mapping[str, CodeDoc]) -> dict[str, Any]:
    doc = docs.get(code)
    if doc is None:
        return {"id": code}
    return {
        "id": code,
        "name": doc.name,
        "shortDescription": {"text": doc.summary},
        "fullDescription": {"text": f"{doc.summary} {doc.reason}".strip()},
        "help": {"text": f"Wrong:\n{doc.wrong}\n\nRight:\n{doc.right}"},
        "defaultConfiguration": {"level": _LEVELS[doc.severity]},
    }


def _result(diagnostic: Diagnostic, index: int) -> dict[str, Any]:
    sentences = [f"{diagnostic.message}.", diagnostic.why and f"Why: {diagnostic.why}.", f"Help: {diagnostic.help}"]
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(filter(None, sentences))},
        "locations": [_location(diagnostic.origin, diagnostic.path)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.message}, **_location(related.origin)}
            for number, related in enumerate(diagnostic.related)
        ]
    return result


def _suppressed(allowed: Allowed, index: int) -> dict[str, Any]:
    """A finding that is shown as settled: a comment is `inSource`, the baseline `external`."""
    suppression = {"kind": "external" if allowed.known else "inSource"}
    if allowed.reason:
        suppression["justification"] = allowed.reason
    return {**_result(allowed.diagnostic, index), "suppressions": [suppression]}


def _location(origin: Origin, path: str = "") -> dict[str, Any]:
    location: dict[str, Any] = {}
    name = path or origin.name or origin.source
    if origin.file is None or path:
        location["logicalLocations"] = [{"name": name.rpartition(".")[2] or name, "fullyQualifiedName": name, "kind": "member"}]
    if origin.file is not None:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(origin.file)}, **_region(origin)}
    return location


def _region(origin: Origin) -> dict[str, Any]:
    if origin.line is None:
        return {}
    region = {"startLine": origin.line, "startColumn": origin.column or 1}
    if origin.end_column is not None:
        region["endColumn"] = origin.end_column
    return {"region": region}


def _uri(file: str) -> str:
    """A file as a URI reference: relative to the checkout where it was given so, as code scanning wants it."""
    from urllib.parse import quote

    path = quote(file.replace("\\", "/").removeprefix("./"), safe="/~", errors="surrogateescape")
    return f"file://{path}" if path.startswith("/") else path


def _notifications(checked: Sequence[Checked]) -> list[dict[str, Any]]:
    """What was not checked: no result, but a reader must be able to see it."""
    return [
        {"level": "note", "message": {"text": f"not checked in {item.subject}: {sentence}"}}
        for item in checked
        for sentence in item.not_checked
    ]
