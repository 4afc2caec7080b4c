"""How values of external stores get into the cluster."""

from typing import Annotated

from codercfg.models.stack.fields import default
from codercfg.models.stack.kinds import INTERVAL
from codercfg.options.group import Group
from codercfg.options.opt import Key


class ExternalSecrets(Group):
    """How values of external stores get into the cluster, where an option refers to one (`externalSecret`)."""

    refresh_interval: Annotated[
        str,
        INTERVAL,
        Key("How often the operator external-secrets reads the stores again. With 0 it does so only when a `rotation` changes."),
    ] = default("refreshInterval", "1h")
