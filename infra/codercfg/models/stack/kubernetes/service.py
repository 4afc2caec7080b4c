"""The Service in front of the server's pods."""

from typing import Annotated

from codercfg.models.stack.fields import default, unset
from codercfg.models.stack.kinds import ANNOTATIONS, LABELS, NODE_PORT, TEXTS, one_of
from codercfg.options.group import Group
from codercfg.options.kinds import BOOLEAN, Text
from codercfg.options.opt import Key


class Service(Group):
    """The Service in front of the server's pods: port 80, and 443 when the pods serve TLS."""

    enabled: Annotated[bool, BOOLEAN, Key("Whether there is a Service. Without one there is no ingress and no default access URL.")] = True
    type: Annotated[
        str | None,
        one_of("ClusterIP", "NodePort", "LoadBalancer"),
        Key("ClusterIP, NodePort or LoadBalancer. Default is LoadBalancer, or ClusterIP when the ingress is enabled."),
    ] = None
    annotations: Annotated[
        dict[str, str] | None,
        ANNOTATIONS,
        Key("Annotations of the Service, such as those by which a cloud chooses its load balancer."),
    ] = None
    labels: Annotated[dict[str, str] | None, LABELS, Key("Further labels of the Service.")] = None
    session_affinity: Annotated[
        str,
        one_of("None", "ClientIP"),
        Key("None, or ClientIP to keep a client on one pod; an AWS network load balancer needs None."),
    ] = default("sessionAffinity", "None")
    external_traffic_policy: Annotated[
        str,
        one_of("Cluster", "Local"),
        Key("Cluster, or Local to keep the client's address; then only nodes that run a pod take traffic. Not for ClusterIP."),
    ] = default("externalTrafficPolicy", "Cluster")
    load_balancer_ip: Annotated[Text, Key("Address to ask the load balancer for; deprecated by Kubernetes, clouds differ.")] = unset(
        "loadBalancerIP"
    )
    load_balancer_class: Annotated[Text, Key("Which load balancer implementation serves it. Cannot be changed later.")] = unset(
        "loadBalancerClass"
    )
    load_balancer_source_ranges: Annotated[
        tuple[str, ...] | None,
        TEXTS,
        Key("Networks, in CIDR form, that the load balancer lets in. Default is everyone."),
    ] = unset("loadBalancerSourceRanges")
    http_node_port: Annotated[
        int | None,
        NODE_PORT,
        Key("Port on each node for HTTP, usually from 30000 to 32767. Kubernetes chooses one when unset. Not for ClusterIP."),
    ] = unset("httpNodePort")
    https_node_port: Annotated[
        int | None,
        NODE_PORT,
        Key("Port on each node for HTTPS, usually from 30000 to 32767. Needs TLS in the pods. Not for ClusterIP."),
    ] = unset("httpsNodePort")
