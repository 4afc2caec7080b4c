"""Stands on loopback between a client and the API server, and answers some requests itself, or badly, or not at all."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import ssl
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cluster.control_plane import ControlPlane

LIMIT_SECONDS = 10  # a hang ends with a connection that breaks
_HOP = {"connection", "transfer-encoding", "keep-alive", "content-length"}


@dataclass
class Fault:
    """What happens to requests.

    Attributes:
        method: Of the request, a regular expression.
        path: A regular expression that is searched in the path.
        status: Answered without asking the server; 0 for `mode`.
        mode: `hang` answers nothing, `cut` lets the server do it and breaks off in the middle of its answer.
        reason: Of the `Status`.
        message: Of the `Status`.
        headers: Further ones.
        first: Which matching request is the first that it happens to.
        times: To how many of them.
    """

    method: str
    path: str
    status: int = 0
    mode: str = ""
    reason: str = ""
    message: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    first: int = 1
    times: int = 1_000
    seen: int = 0
    happened: int = 0

    def takes(self, method: str, path: str) -> bool:
        """Count a request; tell whether it happens to it."""
        if not re.fullmatch(self.method, method) or not re.search(self.path, path):
            return False
        self.seen += 1
        taken = self.first <= self.seen < self.first + self.times
        self.happened += taken
        return taken


class FaultyServer:
    """A server with a certificate of its own that hands on what no fault takes."""

    def __init__(self, plane: ControlPlane, folder: Path) -> None:
        self.faults: list[Fault] = []
        self.ended = threading.Event()
        self.lock = threading.Lock()
        self.server = urlsplit(plane.url)
        self.tls = ssl.create_default_context(cafile=str(plane.ca_file))
        self.ca_file = folder / "faulty.crt"
        self._http = _Listener(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*_certificate(self.ca_file))
        self._http.tls = context
        self.kubeconfig = folder / "faulty.kubeconfig"
        url = f"https://127.0.0.1:{self._http.server_address[1]}"
        text = plane.kubeconfig.read_text(encoding="utf-8").replace(plane.url, url).replace(str(plane.ca_file), str(self.ca_file))
        self.kubeconfig.write_text(text, encoding="utf-8")

    @contextlib.contextmanager
    def running(self) -> Iterator[FaultyServer]:
        """Serve for the length of the block."""
        thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.ended.set()
            self._http.shutdown()
            self._http.server_close()
            thread.join(10)

    @contextlib.contextmanager
    def having(self, *faults: Fault) -> Iterator[None]:
        """Do that for the length of the block."""
        self.faults = list(faults)
        try:
            yield
        finally:
            self.faults = []

    def fault(self, method: str, path: str) -> Fault | None:
        with self.lock:
            return next((fault for fault in self.faults if fault.takes(method, path)), None)


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    owner: FaultyServer
    tls: ssl.SSLContext

    def finish_request(self, request: Any, client_address: Any) -> None:
        """In the thread of the connection: a client that shakes hands slowly holds up nobody else."""
        request.settimeout(LIMIT_SECONDS)
        with contextlib.suppress(OSError), self.tls.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that leave are no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Listener

    def log_message(self, *_arguments: object) -> None:
        """Nothing: paths and headers are of no interest."""

    def _handle(self) -> None:
        owner = self.server.owner
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = owner.fault(self.command, self.path)
        if fault is not None and fault.mode == "hang":
            owner.ended.wait(LIMIT_SECONDS)
            self.close_connection = True
        elif fault is not None and fault.status:
            self._refuse(fault)
        else:
            self._hand_on(owner, body, cut=fault is not None)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _handle  # noqa: N815  (names of the base class)

    def _refuse(self, fault: Fault) -> None:
        status = {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "code": fault.status}
        text = json.dumps({**status, "reason": fault.reason, "message": fault.message}).encode()
        self._answer(fault.status, [("Content-Type", "application/json"), *fault.headers], text)

    def _hand_on(self, owner: FaultyServer, body: bytes, *, cut: bool) -> None:
        connection = http.client.HTTPSConnection(owner.server.hostname or "", owner.server.port, context=owner.tls, timeout=LIMIT_SECONDS)
        with contextlib.closing(connection):
            headers = {name: value for name, value in self.headers.items() if name.lower() not in {*_HOP, "host"}}
            try:
                connection.request(self.command, self.path, body or None, headers)
                answer = connection.getresponse()
                text = answer.read()
            except OSError:
                self.close_connection = True  # nobody there: the client sees a connection that breaks
                return
            self._answer(answer.status, [pair for pair in answer.getheaders() if pair[0].lower() not in _HOP], text, cut=cut)

    def _answer(self, status: int, headers: list[tuple[str, str]], text: bytes, *, cut: bool = False) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(text[: len(text) // 2] if cut else text)
        self.wfile.flush()
        self.close_connection = True


def _certificate(file: Path) -> tuple[str, str]:
    """Make a certificate for 127.0.0.1 that is its own authority."""
    import datetime as dt
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "faulty server of the tests")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - dt.timedelta(1), now + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = file.with_suffix(".key")
    secret.touch(mode=0o600)
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())
    )
    return str(file), str(secret)
