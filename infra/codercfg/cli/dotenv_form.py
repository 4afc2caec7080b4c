"""A container's environment as a file of `NAME=value` lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from codercfg.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[A-Za-z0-9_./:@%+,=?&~*-]*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_EXPANSION = re.compile(r"\$\$|\$\([^)]*\)")  # what the kubelet replaces in a value


def dotenv_form(env: Iterable[Mapping[str, Any]]) -> str:
    """One line for each entry of a container's `env`; what only a pod can know is a comment that says so."""
    return "".join(f"{_line(entry)}\n" for entry in env)


def _line(entry: Mapping[str, Any]) -> str:
    name = entry["name"]
    if "valueFrom" in entry:
        return f"# {name}: {printable(_source(entry['valueFrom']))}"
    value = entry["value"]
    if any(found != "$$" for found in _EXPANSION.findall(value)):
        return f"# {name}: {printable(value)}, expanded in the pod"
    text = value.replace("$$", "$")
    return f"{name}={text}" if _PLAIN.fullmatch(text) else f'{name}="{text.translate(_ESCAPES)}"'


def _source(source: Mapping[str, Any]) -> str:
    if "secretKeyRef" in source:
        return f"key {source['secretKeyRef'].get('key')} of Secret {source['secretKeyRef'].get('name')}"
    if "fieldRef" in source:
        return f"field {source['fieldRef'].get('fieldPath')} of the pod"
    if "configMapKeyRef" in source:
        return f"key {source['configMapKeyRef'].get('key')} of ConfigMap {source['configMapKeyRef'].get('name')}"
    return f"from {', '.join(source)}"
