"""Volumes and mounts of the server's pods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codercfg.kubernetes_objects.names import authorities_name, volume_name
from codercfg.kubernetes_objects.server_env import CERTIFICATES

if TYPE_CHECKING:
    from codercfg.models.stack.kubernetes.settings import KubernetesSettings

_AUTHORITIES = "/etc/ssl/certs"
_FILES = "ca-files"
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
    if kubernetes.certs.files:
        found[_FILES] = {"name": _FILES, "configMap": {"name": authorities_name(kubernetes.name)}}
    if kubernetes.security_context.read_only_root_filesystem:
        found.update({name: {"name": name, "emptyDir": {}} for name, _ in _WRITABLE})
    return [*found.values(), *(kubernetes.volumes or ())]


def file_key(path: str) -> str:
    """The key of a file in its ConfigMap, and its name in the pods."""
    return path.rpartition("/")[2]


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
    found += [
        {"name": _FILES, "mountPath": f"{_AUTHORITIES}/{file_key(file.path)}", "subPath": file_key(file.path), "readOnly": True}
        for file in kubernetes.certs.files
    ]
    if kubernetes.security_context.read_only_root_filesystem:
        found += [{"name": name, "mountPath": path} for name, path in _WRITABLE]
    return [*found, *(kubernetes.volume_mounts or ())]
