"""Compute resources."""

from typing import Annotated

from codercfg.models.stack.kinds import QUANTITIES
from codercfg.options.group import Group
from codercfg.options.opt import Key


class Resources(Group):
    """Compute resources of a container. When neither is set: 2 CPUs and 4 GiB, as request and as limit."""

    requests: Annotated[
        dict[str, str] | None,
        QUANTITIES,
        Key("What the scheduler reserves, such as `cpu: 2`, `memory: 4Gi`. The documented floor is 1 CPU and 2 GiB for a replica."),
    ] = None
    limits: Annotated[
        dict[str, str] | None,
        QUANTITIES,
        Key("What the container may use at most; above the memory limit it is killed."),
    ] = None
