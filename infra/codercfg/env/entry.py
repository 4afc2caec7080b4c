"""What a container's environment and arguments consist of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_EXPANDS = re.compile(r"\$(?=[$(])")


def escape(text: str) -> str:
    """Text that the kubelet turns back into `text`.

    The kubelet replaces `$(NAME)` and halves `$$` in `env[].value`, `command` and `args`; it leaves values from Secrets alone.
    Source: Kubernetes' documentation of dependent environment variables.
    """
    return _EXPANDS.sub("$$", text)


@dataclass(frozen=True, slots=True)
class PlainEnv:
    """A variable with a literal value."""

    name: str
    value: str

    def manifest(self) -> dict[str, Any]:
        """The entry of `env[]`."""
        return {"name": self.name, "value": escape(self.value)}


@dataclass(frozen=True, slots=True)
class ExpandedEnv:
    """A variable whose value holds `$(NAME)` on purpose; the kubelet expands it from entries that stand before it."""

    name: str
    value: str

    def manifest(self) -> dict[str, Any]:
        """The entry of `env[]`."""
        return {"name": self.name, "value": self.value}


@dataclass(frozen=True, slots=True)
class SecretEnv:
    """A variable whose value lies in a Kubernetes Secret."""

    name: str
    secret: str
    key: str

    def manifest(self) -> dict[str, Any]:
        """The entry of `env[]`."""
        return {"name": self.name, "valueFrom": {"secretKeyRef": {"name": self.secret, "key": self.key}}}


@dataclass(frozen=True, slots=True)
class FieldEnv:
    """A variable that Kubernetes fills from a field of the pod."""

    name: str
    field_path: str

    def manifest(self) -> dict[str, Any]:
        """The entry of `env[]`."""
        return {"name": self.name, "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": self.field_path}}}


Env = PlainEnv | ExpandedEnv | SecretEnv | FieldEnv
