"""The part of the API `external-secrets.io/v1` that objects are checked by.

Written by hand from the operator's API reference: no package carries it. It holds what the bundled template makes and what a template of a
user's may add around it; `metadata` is Kubernetes' own.
"""

from __future__ import annotations

from typing import Any

from codercfg.values.reference import KEY, LONGEST, NAME, STORE_KINDS

Schema = dict[str, Any]

KIND, DEFINITION = "external-secrets.io/v1/ExternalSecret", "ExternalSecretV1"
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "object", "additionalProperties": _TEXT}
_NAME: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": f"^{NAME}$"}


def external_secret_schemas() -> dict[str, Schema]:
    """The definitions by name."""
    template = _closed(
        type=_TEXT,
        engineVersion={"enum": ["v2"]},
        mergePolicy={"enum": ["Replace", "Merge"]},
        metadata=_closed(labels=_TEXTS, annotations=_TEXTS),
        data=_TEXTS,
    )
    target = _closed(
        name=_NAME,
        creationPolicy={"enum": ["Owner", "Orphan", "Merge", "None"]},
        deletionPolicy={"enum": ["Delete", "Merge", "Retain"]},
        immutable={"type": "boolean"},
        template=template,
    )
    remote = _closed(
        ("key",),
        key=_TEXT,
        property=_TEXT,
        version=_TEXT,
        conversionStrategy={"enum": ["Default", "Unicode"]},
        decodingStrategy={"enum": ["Auto", "Base64", "Base64URL", "None"]},
        metadataPolicy={"enum": ["None", "Fetch"]},
    )
    key = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": f"^{KEY}$"}
    return {
        DEFINITION: _closed(
            ("apiVersion", "kind", "metadata"),
            apiVersion=_TEXT,
            kind=_TEXT,
            metadata={"$ref": "#/definitions/V1ObjectMeta"},
            spec={"$ref": "#/definitions/ExternalSecretV1Spec"},
        ),
        "ExternalSecretV1Spec": _closed(
            refreshInterval=_TEXT,
            refreshPolicy={"enum": ["CreatedOnce", "Periodic", "OnChange"]},
            secretStoreRef=_closed(("name",), name=_NAME, kind={"enum": list(STORE_KINDS)}),
            target=target,
            data={"type": "array", "items": _closed(("secretKey", "remoteRef"), secretKey=key, remoteRef=remote)},
        ),
    }


def _closed(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": list(required)} if required else schema
