"""Secrets of the stack against those in the cluster: compared in memory, told by key."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import TYPE_CHECKING, Any

from codercfg.cluster.owners import Owners
from codercfg.values.secret import SecretText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codercfg.values.secret import Ciphertext

Changes = list[tuple[str, str, list[str]]]


def secret_changes(
    manifest: Mapping[str, Any], live: Mapping[str, Any], values: Mapping[str, SecretText | Ciphertext]
) -> tuple[Changes, list[str]]:
    """Key, `missing`, `differs` or `added`, and owners of each difference; and what was not compared.

    Args:
        manifest: The rendered Secret, with tokens.
        live: The live one.
        values: The value of each token.
    """
    owners, there = Owners(live), live.get("data") or {}
    changes: Changes = []
    unknown = []
    for key, token in (manifest.get("data") or {}).items():
        value, by = values.get(token), owners.of(("data", key))
        if key not in there:
            changes.append((key, "missing", []))
        elif not isinstance(value, SecretText):
            unknown.append(key)
        elif _decoded(there[key]) != value:
            changes.append((key, "differs", by))
    changes += [(key, "added", owners.of(("data", key))) for key in sorted(there) if key not in (manifest.get("data") or {})]
    keys = ", ".join(f"`{key}`" for key in unknown)
    name = manifest["metadata"]["name"]
    return changes, [f"values in the Secret `{name}` that are not known here: {keys}"] if unknown else []


def _decoded(encoded: str) -> SecretText | None:
    try:
        return SecretText(b64decode(encoded, validate=True).decode("utf-8", "surrogateescape"))
    except (binascii.Error, ValueError):
        return None
