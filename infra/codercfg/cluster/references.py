"""What the objects of a stack refer to and do not bring along: Secrets, ConfigMaps, ServiceAccounts, volume claims, stores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codercfg.cluster.containers import containers, pod
from codercfg.kubernetes_objects.server_env import CERTIFICATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TLS_KEYS = ("tls.crt", "tls.key")
PULL_KEY = ".dockerconfigjson"
_ISSUED = "cert-manager.io/"  # annotations by which cert-manager makes an Ingress's Secret when it sees the Ingress


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing that has to exist.

    Attributes:
        kind: `Secret`, `ConfigMap`, `ServiceAccount`, `PersistentVolumeClaim`, `SecretStore` or `ClusterSecretStore`.
        name: Its name.
        namespace: Its namespace.
        keys: Keys that it needs.
        path: Key of the stack file that names it.
        variable: The variable that reads it.
        optional: Whether it may be missing.
        api_version: Of its kind.
    """

    kind: str
    name: str
    namespace: str
    keys: tuple[str, ...] = ()
    path: str = "kubernetes"
    variable: str = ""
    optional: bool = False
    api_version: str = "v1"


def references(manifests: Iterable[Mapping[str, Any]], namespace: str) -> list[Reference]:
    """Everything that is referred to, but for what the stack makes itself."""
    held = list(manifests)
    made = {(manifest["kind"], manifest["metadata"]["name"], manifest["metadata"].get("namespace", namespace)) for manifest in held}
    made |= {("Secret", _target(manifest), manifest["metadata"].get("namespace", namespace)) for manifest in held}
    found = [reference for manifest in held for reference in _of(manifest, manifest["metadata"].get("namespace", namespace))]
    kept = (item for item in found if item.name and (item.kind, item.name, item.namespace) not in made)
    return list(dict.fromkeys(kept))


def _target(manifest: Mapping[str, Any]) -> str:
    """The Secret that an operator makes of an ExternalSecret or SealedSecret of the stack."""
    if manifest["kind"] not in {"ExternalSecret", "SealedSecret"}:
        return ""
    return str(((manifest.get("spec") or {}).get("target") or {}).get("name") or manifest["metadata"]["name"])


def _of(manifest: Mapping[str, Any], namespace: str) -> Iterator[Reference]:
    if manifest["kind"] == "Ingress":
        annotations = manifest["metadata"].get("annotations") or {}
        if not any(key.startswith(_ISSUED) for key in annotations):
            for entry in manifest["spec"].get("tls") or ():
                yield Reference("Secret", entry.get("secretName", ""), namespace, TLS_KEYS, "kubernetes.ingress.tls")
    if manifest["kind"] == "ExternalSecret":
        store = manifest["spec"]["secretStoreRef"]
        yield Reference(store.get("kind", "SecretStore"), store["name"], namespace, api_version=manifest["apiVersion"])
    spec = pod(manifest)
    if not spec:
        return
    account = spec.get("serviceAccountName")
    if account and account != "default":
        yield Reference("ServiceAccount", account, namespace, path="kubernetes.serviceAccount.name")
    for entry in spec.get("imagePullSecrets") or ():
        yield Reference("Secret", entry["name"], namespace, (PULL_KEY,), "kubernetes.image.pullSecrets")
    mounts: list[Mapping[str, Any]] = []
    for _place, container in containers(manifest):
        mounts += container.get("volumeMounts") or ()
        yield from _of_container(container, namespace)
    for volume in spec.get("volumes") or ():
        yield from _of_volume(volume, [mount for mount in mounts if mount.get("name") == volume.get("name")], namespace)


def _of_container(container: Mapping[str, Any], namespace: str) -> Iterator[Reference]:
    for entry in container.get("env") or ():
        for field, kind in (("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")):
            source = (entry.get("valueFrom") or {}).get(field)
            if source and not source.get("optional"):
                yield Reference(kind, source["name"], namespace, (source["key"],), "kubernetes.extraEnv", entry["name"])
    for entry in container.get("envFrom") or ():
        for field, kind in (("secretRef", "Secret"), ("configMapRef", "ConfigMap")):
            source = entry.get(field)
            if source:
                optional = source.get("optional") is True
                yield Reference(kind, source["name"], namespace, path="kubernetes.envFrom", optional=optional)


def _of_volume(volume: Mapping[str, Any], mounts: list[Mapping[str, Any]], namespace: str) -> Iterator[Reference]:
    claim = volume.get("persistentVolumeClaim")
    if claim:
        yield Reference("PersistentVolumeClaim", claim["claimName"], namespace, path="kubernetes.volumes")
    for source in (volume, *((volume.get("projected") or {}).get("sources") or ())):
        for field, kind, key in (("secret", "Secret", "secretName"), ("configMap", "ConfigMap", "name")):
            given = source.get(field)
            if given and not given.get("optional"):
                keys, path = _needed(given, mounts)
                yield Reference(kind, given.get(key) or given.get("name", ""), namespace, keys, path)


def _needed(given: Mapping[str, Any], mounts: list[Mapping[str, Any]]) -> tuple[tuple[str, ...], str]:
    """The keys that a mounted volume has to have, and the setting behind it."""
    if any(str(mount.get("mountPath")).startswith(f"{CERTIFICATES}/") for mount in mounts):
        return TLS_KEYS, "kubernetes.tls.secretNames"
    items = given.get("items")
    if items:
        return tuple(item["key"] for item in items), "kubernetes.volumes"
    keys = tuple(str(mount["subPath"]) for mount in mounts if mount.get("subPath"))
    authority = any(str(mount.get("mountPath")).startswith("/etc/ssl/certs/") for mount in mounts)
    return keys, "kubernetes.certs.secrets" if authority and keys else "kubernetes.volumes"
