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
                "Sends all workspace traffic through relays; clients and agents no longer talk to each other directly. Relays get more "
                "load and connections more delay, and `derp.server.stun_addresses` is ignored."
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
                "Makes relay connections use WebSocket only, for reverse proxies that break the relay's own protocol upgrade. Workspace "
                "proxies are told to do the same."
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
            description=(
                "Path of a JSON file with a custom relay map, merged at start with the region of the built-in relay. A missing or broken "
                "file stops start-up, and so does `derp.config.url` beside it."
            ),
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
                "Address of a custom relay map in JSON, fetched once when the server starts and merged with the region of the built-in "
                "relay. If it cannot be fetched the server does not start; nor does it with `derp.config.path` beside it."
            ),
            group="Networking / DERP",
        ),
    ] = None
