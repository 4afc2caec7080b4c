"""What a container really sees: the variables of a pod, put together as the kubelet does it, with the objects that it refers to."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cluster.api import Api

_REFERENCE = re.compile(r"\$\(([A-Za-z_][A-Za-z0-9_]*)\)")


def merged_environment(api: Api, pod: dict[str, Any], entries: Iterable[dict[str, Any]] | None = None) -> dict[str, str]:
    """The environment of the pod's first container; with `entries` given, that of these entries alone.

    Sources of `envFrom` come first, a later one over an earlier one; then `env` in its order, over all of them.
    """
    container, namespace = pod["spec"]["containers"][0], pod["metadata"]["namespace"]
    found: dict[str, str] = {}
    for source in container.get("envFrom", []) if entries is None else []:
        plural, key = ("configmaps", "configMapRef") if "configMapRef" in source else ("secrets", "secretRef")
        data = _data(api, namespace, plural, source[key]["name"])
        found |= {source.get("prefix", "") + name: value for name, value in data.items()}
    for entry in container["env"] if entries is None else entries:
        found[entry["name"]] = _value(api, pod, entry, found)
    return found


def _value(api: Api, pod: dict[str, Any], entry: dict[str, Any], known: dict[str, str]) -> str:
    source = entry.get("valueFrom", {})
    if "secretKeyRef" in source:
        return _data(api, pod["metadata"]["namespace"], "secrets", source["secretKeyRef"]["name"])[source["secretKeyRef"]["key"]]
    if "fieldRef" in source:
        assert source["fieldRef"]["fieldPath"] == "status.podIP"
        return str(pod["status"]["podIP"])
    return _REFERENCE.sub(lambda match: known.get(match[1], match[0]), entry.get("value", ""))


def _data(api: Api, namespace: str, plural: str, name: str) -> dict[str, str]:
    body = api.get(f"/api/v1/namespaces/{namespace}/{plural}/{name}").body
    data: dict[str, str] = body.get("data", {})
    return data if plural == "configmaps" else {key: b64decode(value).decode() for key, value in data.items()}
