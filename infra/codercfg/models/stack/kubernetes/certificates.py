"""Certificates that the pods serve, and authorities that they trust."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.models.stack.kinds import NAMES, OBJECT_NAME, PROJECT_FILE, SECRET_KEY, SHA256
from codercfg.options.group import Group
from codercfg.options.opt import Key


class TLS(Group):
    """Certificates that the pods serve themselves, without an ingress."""

    secret_names: Annotated[
        tuple[str, ...] | None,
        NAMES,
        Key("Existing Secrets with `tls.crt` and `tls.key`. Naming one turns TLS on in the pods and opens port 443 of the Service."),
    ] = unset("secretNames")


class CertificateSecret(Group):
    """One authority in one Secret."""

    name: Annotated[str, OBJECT_NAME, Key("Name of the existing Secret.")]
    key: Annotated[str, SECRET_KEY, Key("Key inside it that holds the PEM text.")]


class CertificateFile(Group):
    """Authorities in one file of the project."""

    path: Annotated[str, PROJECT_FILE, Key("PEM file with certificates, relative to the project.")]
    sha256: Annotated[
        str | None,
        SHA256,
        Key("Its SHA-256, as `sha256sum` prints it. Required: a change of the file is then a change of the stack that somebody reads."),
    ] = None


class Certificates(Group):
    """Authorities that the server trusts besides those of its image."""

    secrets: Annotated[tuple[CertificateSecret, ...], Key("Secrets with one authority each, mounted below /etc/ssl/certs.")] = ()
    files: Annotated[
        tuple[CertificateFile, ...],
        Key("Files of the project with authorities, at most 1 MiB together. They become a ConfigMap, mounted below /etc/ssl/certs."),
    ] = ()
