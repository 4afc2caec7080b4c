"""JSON Schemas of the value types that a stack file can hold, each taking whatever our reader takes.

Where a reader is stricter than a schema can say, the schema is the wider one: an editor must not mark what is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.values.reference import KEY, LONGEST, NAME, STORE_KINDS

if TYPE_CHECKING:
    from codercfg.options.kind import Kind

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "integer"]}  # `pulumi config set --path` turns text of digits into a number
_TRUTH = ["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"]
_DURATION = r"^[-+]?(0|(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$"
_UUID = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"
_NONE_EMPTY: Schema = {"type": "string", "minLength": 1}
_PLAIN: Schema = {**_TEXT, "minLength": 1}


def _closed(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _of(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _partly(required: dict[str, Schema], **optional: Schema) -> Schema:
    """A closed map of which only `required` must be there."""
    return {**_closed(**required), "properties": {**required, **optional}}


_REFERENCE = "Key of a Kubernetes Secret that exists in the namespace."
_REMOTE = "Key of a store outside the cluster; an ExternalSecret copies it into a Secret, which the operator external-secrets does."
_SEALED = "Key of the Secret that a SealedSecret of yours unseals to."
_ROTATION: Schema = {"description": "Free text, such as 2026-11 or a counter: the pods roll when it changes.", **_PLAIN}
_NAME: Schema = {**_PLAIN, "maxLength": LONGEST, "pattern": f"^{NAME}$"}
_ENTRY = _partly({"name": _NAME, "key": {**_PLAIN, "maxLength": LONGEST, "pattern": f"^{KEY}$"}}, rotation=_ROTATION)
_OF_STORE = _partly(
    {"store": {"description": "Name of the store.", **_NAME}, "key": {"description": "Key in the store.", **_PLAIN}},
    storeKind={"description": "Whose store it is: the namespace's (default) or the cluster's.", "enum": list(STORE_KINDS)},
    property={"description": "Part of the value there.", **_PLAIN},
    version={"description": "Version of the value there; default is the newest.", **_PLAIN},
    rotation=_ROTATION,
)
_CIPHERTEXT = "Value encrypted by Pulumi; `pulumi config set --secret --path` writes it."
# Definitions that many keys share.
DEFINITIONS: dict[str, Schema] = {
    "boolean": {"anyOf": [{"type": "boolean"}, {"enum": _TRUTH}]},
    "duration": {"anyOf": [{"type": "string", "pattern": _DURATION}, {"const": 0}], "examples": ["90s", "12h", "720h"]},
    "integer": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[-+]?[0-9]+$"}]},
    "secret": {
        "description": "A secret is never plain text in a stack file.",
        "oneOf": [
            {"description": _REFERENCE, **_closed(secretRef=_ENTRY)},
            {"description": _REMOTE, **_closed(externalSecret=_OF_STORE)},
            {"description": _SEALED, **_closed(sealed=_ENTRY)},
            {"description": _CIPHERTEXT, **_closed(secure=_NONE_EMPTY)},
        ],
    },
    "text": _TEXT,
    "texts": _array(_TEXT),
    "textsByName": _map(_TEXT),
    "variable": {"anyOf": [{"type": ["string", "boolean", "integer"]}, _of("secret")]},
}
_BY_KIND: dict[str, Schema] = {
    "Kubernetes structure": {"type": "object"},
    "list of Kubernetes structures": _array({"type": "object"}),
    "boolean": _of("boolean"),
    "duration": _of("duration"),
    "integer": _of("integer"),
    "list": _of("texts"),
    "map of UUID lists": _map(_array({"type": "string", "pattern": _UUID})),
    "map of lists": _map(_of("texts")),
    "names": _of("texts"),
    "texts": _of("texts"),
    "objects": _of("texts"),
    "durations by kind": _map(_of("duration")),
    "duration of waiting": _of("duration"),
    **dict.fromkeys(("annotations", "labels", "map", "quantities", "reasons"), _of("textsByName")),
}


def value_schema(kind: Kind) -> Schema:
    """The schema of one value type."""
    if kind.secret:
        return _of("secret")
    found = _BY_KIND.get(kind.name)
    if found is not None:
        return dict(found)
    name, *arguments = kind.recipe or ("",)
    if name == "count":
        least, most = arguments
        return {"anyOf": [{"type": "integer", "minimum": least, "maximum": most}, {"type": "string", "pattern": "^[-+]?[0-9]+$"}]}
    if name == "one_of":
        return {"enum": arguments}
    if name == "choice":
        return {"anyOf": [{"enum": arguments}, {"type": "string", "pattern": _any_case(arguments)}]}
    return _of("text")


def _any_case(words: list[str]) -> str:
    """A pattern for the words in any case; JSON Schema has no flag for that."""
    spelt = ("".join(f"[{char.upper()}{char.lower()}]" if char.isalpha() else f"[{char}]" for char in word) for word in words)
    return f"^({'|'.join(spelt)})$"
