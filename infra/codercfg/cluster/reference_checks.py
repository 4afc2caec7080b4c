"""Whether what the pods refer to is there. Of a value nothing leaves this module but whether it is there and how it looks."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import TYPE_CHECKING, Any

from codercfg.cluster.found import EnvSource, Found
from codercfg.cluster.references import PULL_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from codercfg.cluster.references import Reference

_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\n?")
_BASE64_BY_DESIGN = ("CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS",)
_OLD_PULL_KEY = ".dockercfg"


def reference_findings(reference: Reference, live: Mapping[str, Any] | None) -> Iterator[Found]:
    """Findings about one reference; `live` is what it names, or None when there is no such thing."""
    what = f"the {reference.kind} `{reference.name}`"
    reader = f", from which `{reference.variable}` is read," if reference.variable else ""
    if live is None:
        if reference.optional:
            return
        where = "" if reference.kind.startswith("Cluster") else f" in the namespace `{reference.namespace}`"
        message = f"{what}{reader} does not exist{where}"
        advice = "make it before the pods start" if reference.kind != "ServiceAccount" else "make it, or set `serviceAccount.create: true`"
        yield Found("CLU020", message, advice, reference.path, reference.variable)
        return
    for key in reference.keys:
        yield from _key_findings(reference, key, live, what)


def _key_findings(reference: Reference, key: str, live: Mapping[str, Any], what: str) -> Iterator[Found]:
    data = content(live)
    if key == PULL_KEY and _OLD_PULL_KEY in data:
        return
    where = (reference.path, reference.variable)
    if key not in data:
        keys = ", ".join(f"`{name}`" for name in sorted(data)) or "none"
        yield Found("CLU021", f"{what} has no key `{key}`; its keys: {keys}", "add the key, or name one that is there", *where)
    elif not data[key]:
        yield Found("CLU022", f"the key `{key}` of {what} is empty", "give it a value", *where)
    elif reference.kind == "Secret" and reference.variable and reference.variable not in _BASE64_BY_DESIGN and _twice(data[key]):
        message = f"the key `{key}` of {what} looks encoded twice: decoded once, it is base64 of readable text"
        yield Found("CLU023", message, "put the value itself into `stringData`, or its base64 into `data`, once", *where)


def content(live: Mapping[str, Any]) -> dict[str, str]:
    """Each key of a Secret or ConfigMap with its value as the API has it."""
    return {**(live.get("binaryData") or {}), **(live.get("data") or {})}


def _twice(encoded: str) -> bool:
    """Whether a value of a Secret, decoded, is base64 of readable text again."""
    try:
        value = b64decode(encoded, validate=True)
        if not _BASE64.fullmatch(value):
            return False
        inner = b64decode(value)
    except (binascii.Error, ValueError):
        return False
    return inner.isascii() and inner.decode("ascii").rstrip("\n").isprintable()


def env_sources(container: Mapping[str, Any], objects: Mapping[tuple[str, str], Mapping[str, Any] | None]) -> Sequence[EnvSource]:
    """What each entry of `envFrom` gives, names alone.

    Args:
        container: The rendered container.
        objects: Secrets and ConfigMaps by kind and name.
    """
    found = []
    for entry in container.get("envFrom") or ():
        for field, kind in (("secretRef", "Secret"), ("configMapRef", "ConfigMap")):
            name = (entry.get(field) or {}).get("name")
            live = objects.get((kind, str(name)))
            if live is not None:
                prefix = entry.get("prefix") or ""
                keys = sorted(live.get("data") or {})
                found.append(EnvSource(kind, str(name), tuple(f"{prefix}{key}" for key in keys)))
    return found
