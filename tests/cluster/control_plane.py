"""Start etcd and kube-apiserver on loopback, and stop exactly these two."""

from __future__ import annotations

import contextlib
import json
import secrets
import socket
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cluster.api import Api

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READY_SECONDS = 60.0
STOP_SECONDS = 10.0


@dataclass(frozen=True)
class ControlPlane:
    """A running API server: where it is, and what a client needs to be its administrator."""

    url: str
    token: str
    ca_file: Path
    kubeconfig: Path

    @classmethod
    @contextlib.contextmanager
    def started(cls, etcd: Path, server: Path, folder: Path) -> Iterator[ControlPlane]:
        """Run both programs for the length of the block; data, keys and logs lie in `folder`."""
        client_port, peer_port, secure_port = free_ports(3)
        store = f"http://127.0.0.1:{client_port}"
        plane = cls(f"https://127.0.0.1:{secure_port}", secrets.token_urlsafe(24), folder / "apiserver.crt", folder / "kubeconfig")
        write_service_account_key(folder / "service-account.key")
        tokens = folder / "tokens.csv"
        tokens.write_text(f'{plane.token},admin,admin,"system:masters"\n', encoding="utf-8")
        with contextlib.ExitStack() as running:
            running.enter_context(process([etcd, *etcd_flags(folder, store, peer_port)], folder / "etcd.log"))
            program = running.enter_context(process([server, *server_flags(folder, store, secure_port)], folder / "apiserver.log"))
            wait_until_ready(plane, program, folder)
            plane.kubeconfig.write_text(json.dumps(kubeconfig(plane)), encoding="utf-8")
            yield plane


def etcd_flags(folder: Path, store: str, peer_port: int) -> list[str]:
    peer = f"http://127.0.0.1:{peer_port}"
    return [
        f"--data-dir={folder / 'etcd'}",
        f"--listen-client-urls={store}",
        f"--advertise-client-urls={store}",
        f"--listen-peer-urls={peer}",
        f"--initial-advertise-peer-urls={peer}",
        f"--initial-cluster=default={peer}",
    ]


def server_flags(folder: Path, store: str, secure_port: int) -> list[str]:
    key = folder / "service-account.key"
    return [
        f"--etcd-servers={store}",
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        f"--secure-port={secure_port}",
        f"--cert-dir={folder}",  # it signs a certificate for itself here: apiserver.crt
        "--endpoint-reconciler-type=none",  # it refuses to publish a loopback address as its endpoint
        "--service-cluster-ip-range=10.0.0.0/24",
        f"--token-auth-file={folder / 'tokens.csv'}",
        "--authorization-mode=RBAC",
        "--service-account-issuer=https://kubernetes.default.svc",
        f"--service-account-key-file={key}",
        f"--service-account-signing-key-file={key}",
        "--disable-admission-plugins=ServiceAccount",  # nothing here creates the `default` account a Pod would need
    ]


def write_service_account_key(file: Path) -> None:
    """Write the private key that the server signs service-account tokens with."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    file.touch(mode=0o600)
    file.write_bytes(pem)


def free_ports(count: int) -> list[int]:
    """Return ports that were free a moment ago, all different because they are held until the last is found."""
    with contextlib.ExitStack() as held:
        holders = [held.enter_context(socket.socket()) for _ in range(count)]
        for holder in holders:
            holder.bind(("127.0.0.1", 0))
        return [int(holder.getsockname()[1]) for holder in holders]


@contextlib.contextmanager
def process(command: list[Path | str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program for the length of the block."""
    with log.open("wb") as output:
        running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def wait_until_ready(plane: ControlPlane, program: subprocess.Popen[bytes], folder: Path) -> None:
    """Return when /readyz says ok; fail with the end of the server's log otherwise."""
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and program.poll() is None:
        with contextlib.suppress(OSError):  # no certificate yet, or nobody listens yet
            if Api(plane.url, plane.token, plane.ca_file).get("/readyz").status == 200:
                return
        time.sleep(0.1)
    log = (folder / "apiserver.log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"kube-apiserver was not ready after {READY_SECONDS:.0f} s:\n{log[-3000:]}")


def kubeconfig(plane: ControlPlane) -> dict[str, object]:
    """Return the configuration for clients, with the context `test` as the current one."""
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": "test",
        "clusters": [{"name": "test", "cluster": {"server": plane.url, "certificate-authority": str(plane.ca_file)}}],
        "users": [{"name": "admin", "user": {"token": plane.token}}],
        "contexts": [{"name": "test", "context": {"cluster": "test", "user": "admin"}}],
    }
