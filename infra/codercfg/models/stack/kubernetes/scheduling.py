"""On which nodes the pods run."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.models.stack.kinds import LABELS, OBJECT_NAME
from codercfg.models.stack.structure import Map, Maps, Structure
from codercfg.options.group import Group
from codercfg.options.opt import Key


class Scheduling(Group):
    """On which nodes the pods run."""

    affinity: Annotated[
        Map,
        Structure("V1Affinity"),
        Key("Affinity, as in a pod. Default prefers another node for each replica; `{}` removes that."),
    ] = None
    topology_spread_constraints: Annotated[
        Maps,
        Structure("V1TopologySpreadConstraint", many=True),
        Key("How replicas spread over zones or nodes, as in a pod; without `labelSelector`, that of the server's own pods is added."),
    ] = unset("topologySpreadConstraints")
    tolerations: Annotated[Maps, Structure("V1Toleration", many=True), Key("Taints that the pods put up with, as in a pod.")] = None
    node_selector: Annotated[dict[str, str] | None, LABELS, Key("Labels that a node must have.")] = unset("nodeSelector")
    priority_class_name: Annotated[str | None, OBJECT_NAME, Key("Existing PriorityClass of the pods.")] = unset("priorityClassName")
    runtime_class_name: Annotated[str | None, OBJECT_NAME, Key("Existing RuntimeClass of the pods.")] = unset("runtimeClassName")
    host_aliases: Annotated[Maps, Structure("V1HostAlias", many=True), Key("Further lines of the pods' hosts file, as in a pod.")] = unset(
        "hostAliases"
    )
