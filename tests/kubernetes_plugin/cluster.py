"""One cluster, through the official `kubernetes` client: its transport and its reading of kubeconfig files, no typed models."""

from __future__ import annotations

import json
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import urllib3
from kubernetes import client, config

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubernetes_plugin.settings import Settings

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 60.0


class ApiError(Exception):
    """The server refused, or did not answer (status 0)."""

    def __init__(self, status: int, reason: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.reason = reason


class NoSuchKind(Exception):  # noqa: N818  (a finding, not a failure: the kind may be registered later)
    """The server has no such kind."""


class Cluster:
    """Requests about objects, each as plain JSON."""

    def __init__(self, settings: Settings) -> None:
        """Connect.

        Raises:
            ApiError: no usable kubeconfig, no such context, or nobody answers.
        """
        self._api = client.ApiClient(_configuration(settings))
        self._kinds: dict[str, dict[str, dict[str, Any]]] = {}
        self._lock = threading.Lock()
        self.request("GET", "/version")

    def get(self, manifest: Mapping[str, Any]) -> dict[str, Any]:
        return self.request("GET", self.path(manifest))

    def create(self, manifest: Mapping[str, Any], manager: str, *, dry_run: bool = False) -> dict[str, Any]:
        path = self.path(manifest).rpartition("/")[0]
        return self.request("POST", path, manifest, fieldManager=manager, **_dry(dry_run=dry_run))

    def apply(self, manifest: Mapping[str, Any], manager: str, *, force: bool, dry_run: bool = False) -> dict[str, Any]:
        query = {"fieldManager": manager, "force": str(force).lower(), **_dry(dry_run=dry_run)}
        return self.request("PATCH", self.path(manifest), json.dumps(manifest), "application/apply-patch+yaml", **query)

    def patch(self, manifest: Mapping[str, Any], operations: list[dict[str, Any]]) -> dict[str, Any]:
        return self.request("PATCH", self.path(manifest), operations, "application/json-patch+json")

    def delete(self, manifest: Mapping[str, Any], propagation: str) -> None:
        self.request("DELETE", self.path(manifest), {"propagationPolicy": propagation})

    def listed(self, version: str, kind: str, namespace: str, labels: Mapping[str, str]) -> list[dict[str, Any]]:
        path = self.path({"apiVersion": version, "kind": kind, "metadata": {"name": "", "namespace": namespace}}).rstrip("/")
        selector = ",".join(f"{key}={value}" for key, value in labels.items())
        found: list[dict[str, Any]] = self.request("GET", path, labelSelector=selector)["items"]
        return found

    def path(self, manifest: Mapping[str, Any]) -> str:
        """The path of an object.

        Raises:
            NoSuchKind: the server does not have the kind.
        """
        version, meta = manifest["apiVersion"], manifest["metadata"]
        resource = self._resource(version, manifest["kind"])
        namespace = f"/namespaces/{quote(meta.get('namespace') or 'default')}" if resource["namespaced"] else ""
        return f"{_group(version)}{namespace}/{resource['name']}/{quote(meta['name'])}"

    def is_namespaced(self, manifest: Mapping[str, Any]) -> bool:
        return bool(self._resource(manifest["apiVersion"], manifest["kind"])["namespaced"])

    def _resource(self, version: str, kind: str) -> dict[str, Any]:
        with self._lock:
            if kind not in self._kinds.get(version, {}):
                self._kinds[version] = self._discovered(version)
            try:
                return self._kinds[version][kind]
            except KeyError:
                raise NoSuchKind(f"no matches for kind {kind!r} in version {version!r}") from None

    def _discovered(self, version: str) -> dict[str, dict[str, Any]]:
        try:
            found = self.request("GET", _group(version))["resources"]
        except ApiError as error:
            if error.status == 404:
                return {}
            raise
        return {entry["kind"]: entry for entry in found if "/" not in entry["name"]}

    def request(self, method: str, path: str, body: Any = None, content_type: str = "application/json", **query: str) -> dict[str, Any]:
        """Ask the server.

        Raises:
            ApiError: with the server's own words.
        """
        headers: dict[str, str] = {"Accept": "application/json", "Content-Type": content_type}
        self._api.update_params_for_auth(headers, [], ["BearerToken"], path, method, body)
        url = f"{self._api.configuration.host}{path}" + (f"?{urlencode(query)}" if query else "")
        try:
            answer = self._api.call_api(method, url, headers, body, _request_timeout=(CONNECT_SECONDS, ANSWER_SECONDS))
            text = answer.read().decode()  # type: ignore[no-untyped-call]
        except (urllib3.exceptions.HTTPError, client.ApiException, OSError) as error:
            raise ApiError(0, "Unreachable", f"{method} {path}: {_short(error)}") from None
        found = _loaded(text)
        if answer.status >= 400:
            raise ApiError(answer.status, found.get("reason", ""), found.get("message") or f"{method} {path}: {answer.status}")
        return found


def _configuration(settings: Settings) -> client.Configuration:
    loaded = client.Configuration()
    given = settings.kubeconfig or "~/.kube/config"
    try:
        if "\n" in given or given.lstrip().startswith("{"):  # the content itself instead of a path
            with tempfile.NamedTemporaryFile("w", suffix=".kubeconfig", encoding="utf-8") as file:
                file.write(given)
                file.flush()
                config.load_kube_config(file.name, settings.context, loaded, persist_config=False)  # type: ignore[no-untyped-call]
        else:
            config.load_kube_config(str(Path(given).expanduser()), settings.context, loaded, persist_config=False)  # type: ignore[no-untyped-call]
    except (config.ConfigException, OSError) as error:
        raise ApiError(0, "Unreachable", f"unable to load Kubernetes client configuration from kubeconfig file: {error}") from None
    loaded.retries = False
    loaded.connection_pool_maxsize = 16
    return loaded


def _group(version: str) -> str:
    return f"/apis/{version}" if "/" in version else f"/api/{version}"


def _dry(*, dry_run: bool) -> dict[str, str]:
    return {"dryRun": "All"} if dry_run else {}


def _loaded(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {"message": text.strip()[:300]}
    return found if isinstance(found, dict) else {}


def _short(error: Exception) -> str:
    return str(getattr(error, "reason", None) or error).splitlines()[0][:300]
