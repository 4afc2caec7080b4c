"""Volumes and mounts of the server's pods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.names import volume_name
from codercfg.kubernetes_objects.server_env import CERTIFICATES

if TYPE_CHECKING:
    from codercfg.models.stack.kubernetes.settings import KubernetesSettings

_AUTHORITIES = "/etc/ssl/certs"
# What the server writes to while its image is read-only.
_WRITABLE = (("tmp", "/tmp"), ("home", "/home/coder"))  # noqa: S108  (a path inside the container)


def volumes(kubernetes: KubernetesSettings) -> list[dict[str, Any]]:
    """Certificates to serve, authorities to trust, writable folders, then the user's own."""
    found: dict[str, dict[str, Any]] = {}
    for secret in kubernetes.tls.secret_names or ():
        name = volume_name("tls", secret)
        found[name] = {"name": name, "secret": {"secretName": secret}}
    for authority in kubernetes.certs.secrets:
        name = volume_name("ca-cert", authority.name)
        found[name] = {"name": name, "secret": {"secretName": authority.name}}
    if kubernetes.security_context.read_only_root_filesystem:
        found.update({name: {"name": name, "emptyDir": {}} for name, _ in _WRITABLE})
    return [*found.values(), *(kubernetes.volumes or ())]


def volume_mounts(kubernetes: KubernetesSettings) -> list[dict[str, Any]]:
    """The mounts of those volumes, in the same order."""
    found: list[dict[str, Any]] = [
        {"name": volume_name("tls", secret), "mountPath": f"{CERTIFICATES}/{secret}", "readOnly": True}
        for secret in kubernetes.tls.secret_names or ()
    ]
    found += [
        {
            "name": volume_name("ca-cert", authority.name),
            "mountPath": f"{_AUTHORITIES}/{authority.name}.crt",
            "subPath": authority.key,
            "readOnly": True,
        }
        for authority in kubernetes.certs.secrets
    ]
    if kubernetes.security_context.read_only_root_filesystem:
        found += [{"name": name, "mountPath": path} for name, path in _WRITABLE]
    return [*found, *(kubernetes.volume_mounts or ())]
