"""A small client of the Kubernetes API: enough to apply, read and delete objects, with the server's own words on refusal."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LIMIT_SECONDS = 30
FIELD_MANAGER = "codercfg-tests"


class Answer(NamedTuple):
    """What the server said: an object, or a `Status` that explains."""

    status: int
    body: Any
    warnings: list[str]


class Api:
    """Requests to one API server as one user."""

    def __init__(self, url: str, token: str, ca_file: Path) -> None:
        self._url = url
        self._token = token
        self._tls = ssl.create_default_context(cafile=str(ca_file))
        self._resources: dict[str, dict[str, Any]] = {}

    def get(self, path: str) -> Answer:
        return self.request("GET", path)

    def apply(self, manifest: Mapping[str, Any], *, dry_run: bool = False, manager: str = FIELD_MANAGER) -> Answer:
        """Apply server-side, with unknown and doubled fields refused; `dry_run` validates and stores nothing."""
        query = {"fieldManager": manager, "fieldValidation": "Strict", "force": "true"} | ({"dryRun": "All"} if dry_run else {})
        path = f"{self.path_of(manifest)}?{urllib.parse.urlencode(query)}"
        return self.request("PATCH", path, manifest, "application/apply-patch+yaml")

    def delete(self, manifest: Mapping[str, Any]) -> Answer:
        return self.request("DELETE", self.path_of(manifest))

    def path_of(self, manifest: Mapping[str, Any]) -> str:
        """Return the path of an object, asking the server for the plural of its kind and whether it has a namespace."""
        version = manifest["apiVersion"]
        group = f"/apis/{version}" if "/" in version else f"/api/{version}"
        if group not in self._resources:
            listed = self.get(group).body.get("resources", [])
            self._resources[group] = {entry["kind"]: entry for entry in listed if "/" not in entry["name"]}
        resource = self._resources[group][manifest["kind"]]
        meta = manifest["metadata"]
        namespace = f"/namespaces/{meta.get('namespace', 'default')}" if resource["namespaced"] else ""
        return f"{group}{namespace}/{resource['name']}/{meta['name']}"

    def request(self, method: str, path: str, body: object = None, content_type: str = "application/json") -> Answer:
        """Return the answer whatever its status; only a broken connection raises (OSError)."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": content_type, "Accept": "application/json"}
        request = urllib.request.Request(self._url + path, data=data, method=method, headers=headers)  # noqa: S310 - https on loopback
        # No proxy of the environment: this never leaves the machine.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=self._tls))
        try:
            with opener.open(request, timeout=LIMIT_SECONDS) as answer:
                return _answer(answer.status, answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return _answer(refused.code, refused)


def _answer(status: int, answer: Any) -> Answer:
    text = answer.read().decode()
    try:
        body = json.loads(text)
    except ValueError:  # /readyz answers in plain text
        body = text
    return Answer(status, body, answer.headers.get_all("Warning") or [])
