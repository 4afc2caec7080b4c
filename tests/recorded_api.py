"""Recorded answers of an API server: in memory for the checks, over loopback for the processes."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from codercfg.cluster.failure import of_status
from codercfg.cluster.kinds import resource_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ALL_RULES = [{"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]}]
SERVER = "https://api.example.com"


@dataclass
class RecordedApi:
    """A cluster that holds these objects.

    Attributes:
        objects: By path.
        refused: HTTP status by the beginning of a path.
        rules: What the user may do, as a SelfSubjectRulesReview answers.
        allowed: Verb and plural of what a SelfSubjectAccessReview allows besides.
        asked: Paths that were asked for, in order.
        bodies: What was sent.
    """

    objects: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    rules: list[dict[str, Any]] = field(default_factory=lambda: list(ALL_RULES))
    allowed: set[tuple[str, str]] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def add(self, manifests: Iterable[dict[str, Any]], namespace: str) -> None:
        for manifest in manifests:
            self.objects[resource_of(manifest, namespace).path(manifest["metadata"]["name"])] = manifest

    def get(self, path: str) -> dict[str, Any] | None:
        self.asked.append(path)
        self._refuse(path)
        return self.objects.get(path)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        self.bodies.append(body)
        self._refuse(path)
        if path.endswith("selfsubjectrulesreviews"):
            return {"status": {"resourceRules": self.rules, "incomplete": False}}
        attributes = body["spec"]["resourceAttributes"]
        return {"status": {"allowed": (attributes["verb"], attributes["resource"]) in self.allowed}}

    def remaining(self) -> float:
        return 10.0

    def _refuse(self, path: str) -> None:
        for beginning, status in self.refused.items():
            if path.startswith(beginning):
                raise of_status(status, path, SERVER)

    @contextmanager
    def listening(self) -> Iterator[str]:
        """Serve the same over HTTP on a free loopback port; gives the address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join(10)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                found = api.objects.get(self.path)
                api.asked.append(self.path)
                refused = next((status for beginning, status in api.refused.items() if self.path.startswith(beginning)), None)
                self._send(refused or (200 if found else 404), found or {"kind": "Status"})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self._send(201, api.post(self.path, body))

            def _send(self, status: int, document: dict[str, Any]) -> None:
                data = json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_arguments: object) -> None:
                """Nothing on the tests' output."""

        return Handler


def write_kubeconfig(file: Path, server: str, user: dict[str, Any] | None = None, context: str = "test") -> Path:
    """A kubeconfig for one cluster."""
    document = {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": context,
        "clusters": [{"name": "c", "cluster": {"server": server}}],
        "users": [{"name": "u", "user": user or {"token": "token-of-the-tests"}}],
        "contexts": [{"name": context, "context": {"cluster": "c", "user": "u"}}],
    }
    file.write_text(json.dumps(document), encoding="utf-8")
    return file
