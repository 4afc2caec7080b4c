"""Which relays workspaces and users connect through."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Text
from codercfg.options.opt import Opt


class DERPConfig(Group):
    """Which relays workspaces and users connect through."""

    block_direct: Annotated[
        Boolean,
        Opt(
            name="Block Direct Connections",
            env="CODER_BLOCK_DIRECT",
            flag="block-direct-connections",
            yaml="networking.derp.blockDirect",
            description=(
                "Forces workspace traffic through relays; clients and agents no longer talk to each other directly. More "
                "relay load and latency; STUN options are then ignored."
            ),
            group="Networking / DERP",
            workspace_proxy=True,
        ),
    ] = None
    force_websockets: Annotated[
        Boolean,
        Opt(
            name="DERP Force WebSockets",
            env="CODER_DERP_FORCE_WEBSOCKETS",
            flag="derp-force-websockets",
            yaml="networking.derp.forceWebSockets",
            description=(
                "Makes relay connections use WebSocket only, for proxies that damage the native upgrade. Also handed to workspace proxies."
            ),
            group="Networking / DERP",
        ),
    ] = None
    path: Annotated[
        Text,
        Opt(
            name="DERP Config Path",
            env="CODER_DERP_CONFIG_PATH",
            flag="derp-config-path",
            yaml="networking.derp.configPath",
            description=("File with a custom relay map, merged with the built-in region at start. Path, JSON. Not together with the URL."),
            group="Networking / DERP",
        ),
    ] = None
    url: Annotated[
        Text,
        Opt(
            name="DERP Config URL",
            env="CODER_DERP_CONFIG_URL",
            flag="derp-config-url",
            yaml="networking.derp.url",
            description=(
                "Web address of a custom relay map, fetched once when the server starts. Unreachable address stops start-"
                "up; not together with the path."
            ),
            group="Networking / DERP",
        ),
    ] = None
