"""The parts of SARIF 2.1.0 (OASIS, §3.13 to §3.52) that a log of ours uses, as a closed JSON Schema."""

from __future__ import annotations

from typing import Any

STRING = {"type": "string"}
TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def array(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


MESSAGE = closed(["text"], text=TEXT)
REGION = closed(
    ["startLine"],
    startLine={"type": "integer", "minimum": 1},
    startColumn={"type": "integer", "minimum": 1},
    endColumn={"type": "integer", "minimum": 1},
)
URI = {"type": "string", "pattern": "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"}
PHYSICAL = closed(["artifactLocation"], artifactLocation=closed(["uri"], uri=URI), region=REGION)
LOGICAL = closed(["fullyQualifiedName"], name=TEXT, fullyQualifiedName=TEXT, kind=TEXT)
LOCATION = closed(
    [],
    id={"type": "integer", "minimum": 0},
    message=MESSAGE,
    physicalLocation=PHYSICAL,
    logicalLocations=array(LOGICAL, minItems=1),
)
RULE = closed(
    ["id"],
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed(["level"], level=LEVEL),
)
DRIVER = closed(["name"], name=TEXT, semanticVersion=TEXT, rules=array(RULE, uniqueItems=True))
RESULT = closed(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
    relatedLocations=array(LOCATION, uniqueItems=True),
    suppressions=array(closed(["kind"], kind={"enum": ["inSource", "external"]}, justification=TEXT)),
)
NOTIFICATION = closed(["message"], level=LEVEL, message=MESSAGE)
INVOCATION = closed(["executionSuccessful"], executionSuccessful={"type": "boolean"}, toolExecutionNotifications=array(NOTIFICATION))
RUN = closed(
    ["tool"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=array(RESULT),
    invocations=array(INVOCATION),
)
SARIF_SCHEMA = closed(["version", "runs"], **{"$schema": STRING, "version": {"const": "2.1.0"}, "runs": array(RUN)})
