"""Certificates that the pods serve, and authorities that they trust."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.models.stack.kinds import NAMES, OBJECT_NAME, SECRET_KEY
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


class Certificates(Group):
    """Authorities that the server trusts besides those of its image."""

    secrets: Annotated[tuple[CertificateSecret, ...], Key("Secrets with one authority each, mounted below /etc/ssl/certs.")] = ()
