"""Users of the API server that may do less, and kubeconfigs that lead nowhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from cluster.api import Api
    from cluster.control_plane import ControlPlane

NO_TOKEN = "wrong"


def account(api: Api, plane: ControlPlane, tmp_path: Path, rules: list[dict[str, Any]]) -> Path:
    """A kubeconfig of a ServiceAccount that has these rules in the namespace."""
    meta = {"name": "limited", "namespace": "look"}
    rbac = "rbac.authorization.k8s.io"
    subject = {"kind": "ServiceAccount", "name": "limited", "namespace": "look"}
    held: list[dict[str, Any]] = [
        {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": meta},
        {"apiVersion": f"{rbac}/v1", "kind": "Role", "metadata": meta, "rules": rules},
        {
            "apiVersion": f"{rbac}/v1",
            "kind": "RoleBinding",
            "metadata": meta,
            "roleRef": {"apiGroup": rbac, "kind": "Role", "name": "limited"},
            "subjects": [subject],
        },
    ]
    for manifest in held:
        assert api.apply(manifest).status in {200, 201}
    body = {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {}}
    answer = api.request("POST", f"{api.path_of(held[0])}/token", body)
    assert answer.status == 201, answer.body
    return written_kubeconfig(plane, tmp_path, token=answer.body["status"]["token"])


def written_kubeconfig(plane: ControlPlane, tmp_path: Path, *, token: str = NO_TOKEN, server: str = "", authority: str = "") -> Path:
    config = json.loads(plane.kubeconfig.read_text())
    config["users"][0]["user"] = {"token": token}
    config["clusters"][0]["cluster"] |= {"server": server or plane.url, "certificate-authority": authority or str(plane.ca_file)}
    file = tmp_path / "kubeconfig"
    file.write_text(json.dumps(config))
    return file


def other_authority(tmp_path: Path) -> Path:
    """A certificate that did not sign the server's."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, name, now = ec.generate_private_key(ec.SECP256R1()), x509.Name([]), datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    file = tmp_path / "ca.crt"
    file.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return file
