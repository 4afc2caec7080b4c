from __future__ import annotations

import json
import socket
import ssl
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import urllib3

from codercfg.cluster.connection import LARGEST
from codercfg.cluster.failure import failure, of_status
from codercfg.cluster.kubeconfig import connect, paths
from codercfg.cluster.problem import ClusterError, Reason
from recorded_api import RecordedApi, write_kubeconfig

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "canary-55d0c8e1f7"


@contextmanager
def raw(answer: bytes) -> Iterator[str]:
    """A server that sends these bytes to everybody."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    peer, _ = listener.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(65536)
                    peer.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def refusal(tmp_path: Path, server: str, seconds: float = 5) -> tuple[Reason, str]:
    connection = connect(str(write_kubeconfig(tmp_path / "kubeconfig", server)), None, seconds)
    with pytest.raises(ClusterError) as caught:
        connection.get("/api/v1/namespaces/coder")
    assert caught.value.server == server
    assert caught.value.__cause__ is None
    return caught.value.reason, caught.value.detail


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>",
            (Reason.FAILING, "an answer is no JSON object: is this a Kubernetes API server?"),
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
            (Reason.FAILING, "an answer is no JSON object: is this a Kubernetes API server?"),
        ),
        (
            b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
            (Reason.FAILING, "it answers with status 302"),
        ),
        (b"HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", (Reason.FAILING, "it answers with status 503")),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", (Reason.UNREACHABLE, "the connection broke")),
        (b"SSH-2.0-nothing\r\n", (Reason.UNREACHABLE, "the connection broke")),
        (b"", (Reason.UNREACHABLE, "the connection broke")),
    ],
    ids=["a page", "a list", "a redirect", "busy", "cut", "no HTTP", "closed"],
)
def test_what_is_no_answer_of_an_api_server_is_a_failure(tmp_path: Path, answer: bytes, expected: tuple[Reason, str]) -> None:
    with raw(answer) as server:
        assert refusal(tmp_path, server) == expected


def test_an_answer_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    with raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + b" " * (LARGEST + 100)) as server:
        assert refusal(tmp_path, server) == (Reason.FAILING, "an answer is larger than any object can be")


def test_time_that_is_over_is_over(tmp_path: Path) -> None:
    with raw(b"") as server:
        assert refusal(tmp_path, server, seconds=0) == (Reason.SLOW, "the time for looking is over")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (urllib3.exceptions.SSLError(CANARY), Reason.TLS),
        (ssl.SSLError(CANARY), Reason.TLS),
        (socket.gaierror(CANARY), Reason.UNREACHABLE),
        (ConnectionRefusedError(CANARY), Reason.UNREACHABLE),
        (urllib3.exceptions.ProxyError(CANARY, OSError(CANARY)), Reason.UNREACHABLE),
        (urllib3.exceptions.ConnectTimeoutError(CANARY), Reason.UNREACHABLE),
        (TimeoutError(CANARY), Reason.SLOW),
        (ConnectionResetError(CANARY), Reason.UNREACHABLE),
        (KeyError(CANARY), Reason.FAILING),
    ],
)
def test_failures_are_told_apart_and_their_own_words_kept_back(error: Exception, reason: Reason) -> None:
    found = failure(error, "https://api")
    assert found.reason is reason
    assert CANARY not in repr(found) + found.detail
    chained = RuntimeError("outer")
    chained.__cause__ = error
    assert failure(chained, "https://api").reason is (reason if reason is not Reason.FAILING else Reason.FAILING)


@pytest.mark.parametrize(
    ("status", "reason"), [(401, Reason.UNAUTHORIZED), (403, Reason.FORBIDDEN), (429, Reason.FAILING), (500, Reason.FAILING)]
)
def test_a_status_has_a_meaning(status: int, reason: Reason) -> None:
    assert of_status(status, "/api", "s").reason is reason


def kubeconfig_refusal(kubeconfig: Path, context: str | None = None) -> str:
    with pytest.raises(ClusterError) as caught:
        connect(str(kubeconfig), context, 1)
    assert caught.value.reason is Reason.KUBECONFIG
    return caught.value.detail


@pytest.mark.parametrize("text", ["", "[]", "{", f"contexts: {CANARY}", "contexts: [1]"])
def test_a_file_that_is_no_kubeconfig_is_one_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kubeconfig"
    file.write_text(text)
    assert kubeconfig_refusal(file) == f"{file} is no kubeconfig"


def test_a_directory_is_called_one_where_a_kubeconfig_is_meant(tmp_path: Path) -> None:
    assert kubeconfig_refusal(tmp_path) == f"{tmp_path} is a directory, and a kubeconfig is a file"


def test_a_kubeconfig_without_a_current_context_needs_one_named(tmp_path: Path) -> None:
    file = write_kubeconfig(tmp_path / "kubeconfig", "http://127.0.0.1:1")
    file.write_text(json.dumps({**json.loads(file.read_text()), "current-context": ""}))
    assert kubeconfig_refusal(file) == f"{file} has no current context; it has test"
    assert connect(str(file), "test", 1).server == "http://127.0.0.1:1"


@pytest.mark.parametrize("text", ["a: b", f"users: [{{name: u, user: {{token: {CANARY}}}}}]"])
def test_a_file_without_contexts_is_one_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kubeconfig"
    file.write_text(text)
    assert kubeconfig_refusal(file) == f"{file} names no context"


def test_credentials_that_cannot_be_read_are_named_by_their_context(tmp_path: Path) -> None:
    file = write_kubeconfig(tmp_path / "kubeconfig", "https://127.0.0.1:1", {"client-key": "/none", "client-certificate": "/none"})
    assert kubeconfig_refusal(file) == "the credentials of the context `test` cannot be used"


def test_several_files_are_one_kubeconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = write_kubeconfig(tmp_path / "one", "http://127.0.0.1:1", context="one")
    two = write_kubeconfig(tmp_path / "two", "http://127.0.0.1:1", context="two")
    monkeypatch.setenv("KUBECONFIG", f"{one}:{tmp_path / 'none'}:{two}")
    assert connect(None, "two", 1).server == "http://127.0.0.1:1"
    assert paths(None) == [one, tmp_path / "none", two]
    assert paths("~/x") == [Path.home() / "x"]


def test_a_token_goes_to_the_server_and_nowhere_else(tmp_path: Path) -> None:
    api = RecordedApi(objects={"/api/v1/namespaces/a%2Fb": {"kind": "Namespace"}})
    with api.listening() as address:
        connection = connect(str(write_kubeconfig(tmp_path / "kubeconfig", address, {"token": CANARY})), None, 5)
        assert connection.get("/api/v1/namespaces/a%2Fb") == {"kind": "Namespace"}
        assert connection.get("/api/v1/namespaces/none") is None
    assert CANARY not in repr(connection)


def test_a_pod_without_a_token_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("KUBECONFIG", raising=False)
    monkeypatch.setenv("KUBERNETES_SERVICE_HOST", "127.0.0.1")
    monkeypatch.setenv("KUBERNETES_SERVICE_PORT", "1")
    with pytest.raises(ClusterError, match="this pod has no token of a ServiceAccount") as caught:
        connect(None, None, 5)
    assert caught.value.reason is Reason.KUBECONFIG
