"""How many pods may be away at once while nodes are drained."""

from typing import Annotated

from codercfg.models.stack.fields import unset
from codercfg.options.group import Group
from codercfg.options.kinds import BOOLEAN, Text
from codercfg.options.opt import Key


class PodDisruptionBudget(Group):
    """How many pods may be away at once while nodes are drained."""

    enabled: Annotated[
        bool | None,
        BOOLEAN,
        Key("Whether there is a budget. Default is on from two replicas; with one it would block every drain."),
    ] = None
    max_unavailable: Annotated[Text, Key("How many pods, or which percentage, may be away. Default is 1.")] = unset("maxUnavailable")
    min_available: Annotated[Text, Key("How many pods, or which percentage, must stay. Excludes `maxUnavailable`.")] = unset("minAvailable")
