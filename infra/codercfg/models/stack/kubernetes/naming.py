"""Names and places of the objects."""

from typing import Annotated

from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import ANNOTATIONS, DNS_LABEL, HOST, LABEL_VALUE, LABELS, SERVICE_NAME, one_of
from codercfg.options.group import Group
from codercfg.options.kinds import BOOLEAN, Text
from codercfg.options.opt import Key


class Naming(Group):
    """Names and places of the objects."""

    name: Annotated[str, SERVICE_NAME, Key("Name of the objects. At most 40 characters, so that derived names stay valid.")] = "coder"
    instance: Annotated[
        str | None,
        LABEL_VALUE,
        Key("Label `app.kubernetes.io/instance`, part of every selector. Default is the name. Changing it later replaces the Deployment."),
    ] = None
    namespace: Annotated[str, DNS_LABEL, Key("Namespace of the objects.")] = "coder"
    create_namespace: Annotated[bool, BOOLEAN, Key("Whether the namespace is one of the objects; false when somebody else makes it.")] = (
        default("createNamespace", True)
    )
    namespace_labels: Annotated[
        dict[str, str] | None,
        LABELS,
        Key("Labels of the namespace, such as the Pod Security level it enforces."),
    ] = unset("namespaceLabels")
    namespace_annotations: Annotated[dict[str, str] | None, ANNOTATIONS, Key("Annotations of the namespace.")] = unset(
        "namespaceAnnotations"
    )
    labels: Annotated[dict[str, str] | None, LABELS, Key("Further labels of every object and of the pods.")] = None
    annotations: Annotated[dict[str, str] | None, ANNOTATIONS, Key("Further annotations of every object; not of the pods.")] = None
    cluster_domain: Annotated[str, HOST, Key("Domain of the cluster's own names, in the default access URL.")] = default(
        "clusterDomain", "cluster.local"
    )
    cluster_access_url: Annotated[
        bool,
        BOOLEAN,
        Key("Whether an unset `access_url` becomes the Service's own address, which only works inside the cluster."),
    ] = default("clusterAccessUrl", True)
    ip_family: Annotated[
        str,
        one_of("IPv4", "IPv6"),
        Key(
            "Family of the pods' first address: IPv4 (also for dual stack that begins with it) or IPv6. Decides how addresses are written."
        ),
    ] = default("ipFamily", "IPv4")
    templates: Annotated[
        Text,
        Key("Directory, relative to the project, whose `<object>.yaml.j2` files replace the bundled templates of the same name."),
    ] = None
