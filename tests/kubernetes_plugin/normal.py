"""Objects in the form in which they are compared: what means the same is written the same way.

The real plugin reads an object into Kubernetes' Go types and writes it out again, and cuts what lives in the cluster down to what the
program had asked for. Without the types, the two things that matter are done here: quantities get their canonical text, and values that the
server does not keep because they say nothing are left out.
"""

from __future__ import annotations

import re
from base64 import b64encode
from decimal import Decimal
from typing import Any

from kubernetes_plugin.wire import Unknown, contains

SERVER_ONLY = (
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "uid",
)
_QUANTITIES = {"requests", "limits", "hard", "capacity"}
_SIZES = {"sizeLimit"}
_MAPS = {"labels", "annotations", "matchLabels", "nodeSelector", "data", "binaryData", "requests", "limits"}
# Fields that Kubernetes holds by pointer: false and 0 are values of their own there.
_KEPT = re.compile(
    r"automount\w+|allow\w+|readOnlyRootFilesystem|runAs\w+|privileged|optional|immutable|enableServiceLinks|share\w+"
    r"|replicas|fsGroup|termination\w+Seconds|defaultMode|mode|revisionHistoryLimit|progressDeadlineSeconds|max\w+|min(Available|Domains)"
)
_SUFFIXES = {
    "": Decimal(1),
    "m": Decimal("0.001"),
    **{letter: Decimal(1000**power) for power, letter in enumerate("kMGT", 1)},
    **{f"{letter}i": Decimal(1024**power) for power, letter in enumerate("KMGT", 1)},
}


def normalised(manifest: dict[str, Any]) -> dict[str, Any]:
    """The object as it is compared; with a value unknown, only what is the server's alone is left out."""
    if not contains(manifest, Unknown):
        manifest = pruned(_canonical(manifest), manifest)
    meta = manifest.get("metadata")
    if not isinstance(meta, dict):
        return manifest
    return {**manifest, "metadata": {key: value for key, value in meta.items() if key not in SERVER_ONLY}}


def checked_secret(manifest: dict[str, Any]) -> dict[str, Any]:
    """A Secret with its `stringData` as `data`, where everything is known."""
    texts = manifest.get("stringData")
    if manifest.get("kind") != "Secret" or not isinstance(texts, dict) or contains(manifest, Unknown):
        return manifest
    data = {**(manifest.get("data") or {}), **{key: b64encode(str(text).encode()).decode() for key, text in texts.items()}}
    return {key: value for key, value in manifest.items() if key != "stringData"} | {"data": data}


def pruned(live: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    """What `live` holds at the places that `asked` has, lists cut to the asked length."""
    return {key: _pruned(value, asked[key]) for key, value in live.items() if key in asked}


def _pruned(value: Any, asked: Any) -> Any:
    if isinstance(value, dict) and isinstance(asked, dict):
        return pruned(value, asked)
    if isinstance(value, list) and isinstance(asked, list):
        return [_pruned(*pair) for pair in zip(value, asked, strict=False)]
    return value


def _canonical(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        if key in _QUANTITIES:
            return {name: quantity(amount) for name, amount in value.items()}
        if key in _MAPS:
            return value
        items = {name: _canonical(item, name) for name, item in value.items()}
        return {name: item for name, item in items.items() if not _says_nothing(name, item)}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return quantity(value) if key in _SIZES else value


def _says_nothing(name: str, value: Any) -> bool:
    if isinstance(value, dict):
        return not value and name in _MAPS
    if isinstance(value, list):
        return not value
    return value is None or (value in (False, 0, "") and not _KEPT.fullmatch(name))


def quantity(value: Any) -> Any:
    """An amount in the form in which the server gives it back (`2000m` is `2`); anything else as it is."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(m|k|M|G|T|[KMGT]i)?", str(value))
    if not found:
        return value
    number, suffix = Decimal(found[1]) * _SUFFIXES[found[2] or ""], found[2] or ""
    binary = suffix.endswith("i")
    units = ("Ti", "Gi", "Mi", "Ki") if binary else ("T", "G", "M", "k")
    if number != number.to_integral_value():
        return f"{int(number * 1000)}m"
    unit = next((unit for unit in units if number and number % _SUFFIXES[unit] == 0), "")
    return f"{int(number / _SUFFIXES[unit])}{unit}"
