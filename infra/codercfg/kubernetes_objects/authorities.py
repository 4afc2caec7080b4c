"""Authorities from files of the project: read, compared with their checksums, and made the content of a ConfigMap."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from codercfg.kubernetes_objects.finding import setting_finding
from codercfg.kubernetes_objects.volumes import file_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from codercfg.diagnostics.diagnostic import Diagnostic
    from codercfg.kubernetes_objects.stack import Stack
    from codercfg.models.stack.kubernetes.certificates import CertificateFile

LARGEST = 1024 * 1024  # bytes of keys and values in a ConfigMap
# The bundle of the image: a mount in its place would hide every public authority.
_BUNDLE = "ca-certificates.crt"
NOT_READ = "the files that `kubernetes.certs.files` names were not read"


@dataclass(slots=True)
class Authorities:
    """What the files hold, and what is wrong with them.

    Attributes:
        content: By key, for the files that were read.
        findings: What is wrong.
    """

    content: dict[str, bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


def read_authorities(stack: Stack, read: Callable[[str], bytes] | None) -> Authorities:
    """Read and check the files of `certs.files`.

    Args:
        stack: Whose files.
        read: Reads a file by its path in the stack, raising OSError; None looks only at what the stack says.
    """
    found = Authorities()
    for index, file in enumerate(stack.kubernetes.certs.files):
        path, key = f"certs.files[{index}]", file_key(file.path)
        _name(stack, found, path, key)
        data = _data(stack, found, path, file, read)
        _checksum(stack, found, path, file, data)
        if data is not None:
            _certificates(stack, found, path, file, data)
            found.content.setdefault(key, data)
    _size(stack, found)
    return found


def content_digest(content: Mapping[str, bytes]) -> str:
    """A digest by which pods roll when the content changes. A plain one: certificates are public."""
    from hashlib import sha256

    digest = sha256()
    for key, data in sorted(content.items()):
        for part in (key.encode(), data):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def config_map_data(content: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """The fields `data` and `binaryData` of a ConfigMap, each only where it holds something; text as text, for a diff that can be read."""
    from base64 import b64encode

    data: dict[str, str] = {}
    binary: dict[str, str] = {}
    for key, value in sorted(content.items()):
        try:
            data[key] = value.decode("utf-8")
        except UnicodeDecodeError:
            binary[key] = b64encode(value).decode("ascii")
    return {name: values for name, values in (("data", data), ("binaryData", binary)) if values}


def _name(stack: Stack, found: Authorities, path: str, key: str) -> None:
    if key in found.content:
        message = f"two files are called `{key}`: one would hide the other"
        found.findings.append(setting_finding(stack, "K8S052", f"{path}.path", message, "rename one of them, or put both into one file"))
    if key == _BUNDLE:
        message = f"a file called `{_BUNDLE}` would hide the authorities of the image"
        found.findings.append(setting_finding(stack, "K8S052", f"{path}.path", message, "give it a name of its own, such as corp-ca.pem"))


def _data(stack: Stack, found: Authorities, path: str, file: CertificateFile, read: Callable[[str], bytes] | None) -> bytes | None:
    if read is None:
        return None
    advice = "write the path of a readable file, relative to the folder of Pulumi.yaml"
    try:
        data = read(file.path)
    except FileNotFoundError:
        reason = "does not exist"
    except IsADirectoryError:
        reason, advice = "is a directory", "write one item for each file in it, with its path relative to the folder of Pulumi.yaml"
    except (OSError, ValueError):
        reason = "cannot be read"
    else:
        if len(data) <= LARGEST:
            return data
        found.findings.append(_too_large(stack, f"{path}.path", f"`{file.path}` is larger"))
        return None
    found.findings.append(setting_finding(stack, "K8S050", f"{path}.path", f"`{file.path}` {reason}", advice))
    return None


def project_files(root: Path | None) -> Callable[[str], bytes]:
    """Reads files of the project, no further than is needed to know that one is too large.

    Args:
        root: Folder of the project; None for the current one.
    """

    def read(path: str) -> bytes:
        file = (root or Path.cwd()) / path
        if file.exists() and not (file.is_file() or file.is_dir()):  # a pipe might never end; to open a directory says that it is one
            raise OSError(22, "it is no regular file", str(file))
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)

    return read


def _checksum(stack: Stack, found: Authorities, path: str, file: CertificateFile, data: bytes | None) -> None:
    actual = _sha256(data) if data is not None else None
    if file.sha256 is None:
        digest = actual or f"… and what `sha256sum {file.path}` prints"
        message = f"`{file.path}` has no checksum"
        advice = f"write `- {{path: {file.path}, sha256: {digest}}}`" if actual else f"write `sha256:` {digest}"
        found.findings.append(setting_finding(stack, "K8S051", path, message, advice))
    elif actual is not None and actual != file.sha256.lower():
        message = f"`{file.path}` has the SHA-256 {actual}, and the stack says {file.sha256.lower()}"
        advice = f"look at what changed in it; if that is right, write `sha256: {actual}`"
        found.findings.append(setting_finding(stack, "K8S051", f"{path}.sha256", message, advice))


def _sha256(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _certificates(stack: Stack, found: Authorities, path: str, file: CertificateFile, data: bytes) -> None:
    from codercfg.rules.certificates import has_certificate, pem_blocks

    place = f"{path}.path"
    if b"PRIVATE KEY-----" in data or any(label.endswith("PRIVATE KEY") for label, _ in pem_blocks(data)):
        message = f"`{file.path}` holds a private key"
        advice = "leave only the certificates in it; whoever may read ConfigMaps would have the key, so replace it if it was ever committed"
        found.findings.append(setting_finding(stack, "K8S052", place, message, advice))
    elif not has_certificate(data):
        message = f"`{file.path}` holds no certificate"
        advice = "write it as PEM, with `-----BEGIN CERTIFICATE-----`; `openssl x509 -inform der -in FILE` converts"
        found.findings.append(setting_finding(stack, "K8S052", place, message, advice))


def _size(stack: Stack, found: Authorities) -> None:
    if sum(len(key) + len(data) for key, data in found.content.items()) > LARGEST:
        found.findings.append(_too_large(stack, "certs.files", "the files together are larger"))


def _too_large(stack: Stack, path: str, what: str) -> Diagnostic:
    advice = "leave out the authorities that the image trusts anyway, or put some into a Secret and name it in `certs.secrets`"
    return setting_finding(stack, "K8S053", path, f"{what} than a ConfigMap may be: {LARGEST:,} bytes", advice)
