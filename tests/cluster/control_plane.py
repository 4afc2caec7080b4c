"""Start etcd, kube-apiserver and kube-controller-manager on loopback, and stop exactly these three.

There is no scheduler and no kubelet: controllers make pods, and nothing runs them (`cluster.node` stands for what would).
"""

from __future__ import annotations

import contextlib
import json
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cluster.api import Api
from cluster.processes import free_ports, process, readiness_failure

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

READY_SECONDS = 90.0


class Programs(NamedTuple):
    """Where the three programs lie."""

    etcd: Path
    api_server: Path
    controller_manager: Path


@dataclass(frozen=True)
class ControlPlane:
    """A running API server with its controllers: where it is, and what a client needs to be its administrator."""

    url: str
    token: str
    ca_file: Path
    kubeconfig: Path

    @classmethod
    @contextlib.contextmanager
    def started(cls, programs: Programs, folder: Path) -> Iterator[ControlPlane]:
        """Run the programs for the length of the block; data, keys and logs lie in `folder`."""
        client_port, peer_port, secure_port = free_ports(3)
        store = f"http://127.0.0.1:{client_port}"
        plane = cls(f"https://127.0.0.1:{secure_port}", secrets.token_urlsafe(24), folder / "apiserver.crt", folder / "kubeconfig")
        write_service_account_key(folder / "service-account.key")
        tokens = folder / "tokens.csv"
        tokens.touch(mode=0o600)
        tokens.write_text(f'{plane.token},admin,admin,"system:masters"\n', encoding="utf-8")
        plane.kubeconfig.write_text(json.dumps(kubeconfig(plane)), encoding="utf-8")
        with contextlib.ExitStack() as running:
            running.enter_context(process([programs.etcd, *etcd_flags(folder, store, peer_port)], folder / "etcd.log"))
            server: list[Path | str] = [programs.api_server, *server_flags(folder, store, secure_port)]
            wait_for_server(plane, running.enter_context(process(server, folder / "apiserver.log")), folder)
            controllers: list[Path | str] = [programs.controller_manager, *controller_flags(folder, plane)]
            wait_for_controllers(plane, running.enter_context(process(controllers, folder / "controllers.log")), folder)
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
        "--unsafe-no-fsync",  # what a crash of this machine would lose is a test's
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
    ]


def controller_flags(folder: Path, plane: ControlPlane) -> list[str]:
    return [
        f"--kubeconfig={plane.kubeconfig}",
        f"--service-account-private-key-file={folder / 'service-account.key'}",
        f"--root-ca-file={plane.ca_file}",
        "--use-service-account-credentials",  # each controller with its own rights, as clusters have it
        "--leader-elect=false",  # there is one, and waiting for a lease takes seconds
        # No kubelet reports that the node of the tests lives (`cluster.node`), and these two would take its pods away.
        "--controllers=*,-node-lifecycle-controller,-taint-eviction-controller",
        "--secure-port=0",  # serves nothing: its health would be another port to find
    ]


def write_service_account_key(file: Path) -> None:
    """Write the private key that service-account tokens are signed with."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    file.touch(mode=0o600)
    file.write_bytes(pem)


def wait_for_server(plane: ControlPlane, program: subprocess.Popen[bytes], folder: Path) -> None:
    """Return when /readyz says ok; fail with the end of the server's log otherwise."""
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and program.poll() is None:
        with contextlib.suppress(OSError):  # no certificate yet, or nobody listens yet
            if Api(plane.url, plane.token, plane.ca_file).get("/readyz").status == 200:
                return
        time.sleep(0.1)
    raise readiness_failure("kube-apiserver", folder / "apiserver.log", READY_SECONDS)


def wait_for_controllers(plane: ControlPlane, program: subprocess.Popen[bytes], folder: Path) -> None:
    """Return when a namespace has got what two of the controllers give it: its account, and the CA that accounts trust."""
    api = Api(plane.url, plane.token, plane.ca_file)
    needed = ("/api/v1/namespaces/default/serviceaccounts/default", "/api/v1/namespaces/default/configmaps/kube-root-ca.crt")
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and program.poll() is None:
        if all(api.get(path).status == 200 for path in needed):
            return
        time.sleep(0.1)
    raise readiness_failure("kube-controller-manager", folder / "controllers.log", READY_SECONDS)


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
