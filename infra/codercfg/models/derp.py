"""Relayed connections between users and workspaces."""

from codercfg.models.derp_config import DERPConfig
from codercfg.models.derp_server import DERPServerConfig
from codercfg.options.group import Group, group


class DERP(Group):
    """Relayed connections between users and workspaces."""

    config: DERPConfig = group()
    server: DERPServerConfig = group()
