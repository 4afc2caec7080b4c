"""The Ingress that leads users to the Service."""

from typing import Annotated

from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import ANNOTATIONS, HOST, LABELS, OBJECT_NAME, WILDCARD
from codercfg.options.group import Group, group
from codercfg.options.kinds import BOOLEAN
from codercfg.options.opt import Key


class IngressTLS(Group):
    """TLS that the ingress controller terminates."""

    enabled: Annotated[bool, BOOLEAN, Key("Whether the ingress controller terminates TLS.")] = False
    secret_name: Annotated[
        str | None,
        OBJECT_NAME,
        Key("Existing Secret with `tls.crt` and `tls.key` for the host. Default is the controller's own certificate."),
    ] = unset("secretName")
    wildcard_secret_name: Annotated[
        str | None,
        OBJECT_NAME,
        Key("Existing Secret with the certificate of the wildcard host. Default is the Secret of the host."),
    ] = unset("wildcardSecretName")


class Ingress(Group):
    """The Ingress that leads users to the Service."""

    enabled: Annotated[bool, BOOLEAN, Key("Whether there is an Ingress.")] = False
    class_name: Annotated[str | None, OBJECT_NAME, Key("Ingress class. Default is the cluster's default class, where it has one.")] = unset(
        "className"
    )
    host: Annotated[
        str | None,
        HOST,
        Key("Host name of the product. Default is the host of `access_url`; another host is reported, for users could not log in."),
    ] = None
    wildcard_host: Annotated[
        str | None,
        WILDCARD,
        Key("Wildcard host of applications. Default is `wildcard_access_url`; `*-suffix.example.com` is served as `*.example.com`."),
    ] = unset("wildcardHost")
    annotations: Annotated[
        dict[str, str] | None, ANNOTATIONS, Key("Annotations of the Ingress, for its controller or for cert-manager.")
    ] = None
    labels: Annotated[dict[str, str] | None, LABELS, Key("Further labels of the Ingress.")] = None
    await_address: Annotated[
        bool,
        BOOLEAN,
        Key("Whether `pulumi up` waits for the controller to publish an address. Many controllers never do, hence the default false."),
    ] = default("awaitAddress", False)
    tls: IngressTLS = group()
