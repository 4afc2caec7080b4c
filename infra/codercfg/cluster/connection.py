"""Requests to one API server through the official client: each bounded, all of them bounded together."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Protocol

from codercfg.cluster.failure import failure, of_status
from codercfg.cluster.problem import ClusterError, Reason

if TYPE_CHECKING:
    from kubernetes.client import ApiClient

LARGEST = 16 * 1024 * 1024  # bytes of one answer; etcd takes no object above 1.5 MB
_CONNECT_SECONDS = 3.0
_MISSING = 404


class Cluster(Protocol):
    """What the checks need of a cluster: the client, or recorded answers in tests."""

    def get(self, path: str) -> dict[str, Any] | None:
        """The object at a path, or None when there is none.

        Raises:
            ClusterError: It cannot be read.
        """

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer to a question such as a SelfSubjectAccessReview; nothing is ever changed.

        Raises:
            ClusterError: It cannot be asked.
        """

    def remaining(self) -> float:
        """Seconds left for the whole look."""


class Connection:
    """A cluster as `kubeconfig.connect` found it."""

    def __init__(self, client: ApiClient, server: str, seconds: float) -> None:
        self.server = server
        self._client = client
        self.limit(seconds)

    def limit(self, seconds: float) -> None:
        """Give everything that is asked from now on that time together."""
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """As in `Cluster`."""
        return self._end - time.monotonic()

    def get(self, path: str) -> dict[str, Any] | None:
        """As in `Cluster`."""
        return self._request("GET", path, None)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """As in `Cluster`."""
        return self._request("POST", path, body) or {}

    def _request(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any] | None:
        left = self.remaining()
        if left <= 0:
            raise ClusterError(Reason.SLOW, "the time for looking is over", self.server)
        try:
            status, data = self._answer(method, path, body, left)
        except ClusterError:
            raise
        except Exception as error:  # noqa: BLE001  (whatever the client raises; its texts may hold credentials, so none is repeated)
            raise failure(error, self.server) from None
        if status == _MISSING:
            return None
        if status >= 300:  # noqa: PLR2004  (redirects are not followed: the token would go along)
            raise of_status(status, path, self.server)
        return _document(data, self.server)

    def _answer(self, method: str, path: str, body: dict[str, Any] | None, left: float) -> tuple[int, bytes]:
        """The client's own pool and credentials, without its retries and its 700 models."""
        import urllib3

        answer = self._client.rest_client.pool_manager.request(
            method,
            self._client.configuration.host + path,
            headers=self._headers(),
            body=None if body is None else json.dumps(body),
            timeout=urllib3.Timeout(connect=min(_CONNECT_SECONDS, left), read=left),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        try:
            data = answer.read(LARGEST + 1)
        finally:
            answer.release_conn()
        if len(data) > LARGEST:
            raise ClusterError(Reason.FAILING, "an answer is larger than any object can be", self.server)
        return answer.status, data

    def _headers(self) -> dict[str, str]:
        """With credentials: asked each time, because the client renews those that run out."""
        found = {"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "codercfg"}
        for setting in self._client.configuration.auth_settings().values():
            if setting.get("in") == "header" and setting.get("value"):
                found[setting["key"]] = setting["value"]
        return found


def _document(data: bytes, server: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ClusterError(Reason.FAILING, "an answer is no JSON object: is this a Kubernetes API server?", server)
    return found
