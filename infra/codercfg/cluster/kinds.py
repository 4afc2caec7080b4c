"""Where the API server has an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

_IRREGULAR = {"Ingress": "ingresses", "NetworkPolicy": "networkpolicies"}
_WITHOUT_NAMESPACE = frozenset({"Namespace", "ClusterSecretStore"})


class Resource(NamedTuple):
    """A kind as the API and its permissions name it; `namespace` is empty for what lies in none."""

    group: str
    version: str
    plural: str
    namespace: str

    def path(self, name: str = "") -> str:
        """The path of one object, or of all."""
        base = f"/apis/{self.group}/{self.version}" if self.group else f"/api/{self.version}"
        place = f"/namespaces/{quote(self.namespace, safe='')}" if self.namespace else ""
        return f"{base}{place}/{self.plural}" + (f"/{quote(name, safe='')}" if name else "")


def resource(api_version: str, kind: str, namespace: str) -> Resource:
    """The resource of a kind: `apps/v1`, `Deployment`."""
    group, _slash, version = api_version.rpartition("/")
    plural = _IRREGULAR.get(kind, f"{kind.lower()}s")
    return Resource(group, version, plural, "" if kind in _WITHOUT_NAMESPACE else namespace)


def resource_of(manifest: Mapping[str, Any], namespace: str) -> Resource:
    """The resource of an object; `namespace` is that of objects which name none."""
    return resource(manifest["apiVersion"], manifest["kind"], manifest["metadata"].get("namespace", namespace))


def title(manifest: Mapping[str, Any]) -> str:
    """How findings call an object: `Deployment coder`."""
    return f"{manifest['kind']} {manifest['metadata']['name']}"
