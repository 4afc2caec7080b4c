"""The relay that is built into the server."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Integer, Text, TextList, Url
from codercfg.options.opt import Opt


class DERPServerConfig(Group):
    """The relay that is built into the server."""

    enable: Annotated[
        Boolean,
        Opt(
            name="DERP Server Enable",
            env="CODER_DERP_SERVER_ENABLE",
            flag="derp-server-enable",
            yaml="networking.derp.enable",
            description=(
                "Runs a relay inside the Coder server. When it is off, a custom map in `derp.config.url` or `derp.config.path` must name "
                "another relay: without any, releases up to 2.33 do not start and 2.34 only warns."
            ),
            default="true",
            group="Networking / DERP",
            workspace_proxy=True,
        ),
    ] = None
    region_code: Annotated[
        Text,
        Opt(
            name="DERP Server Region Code",
            env="CODER_DERP_SERVER_REGION_CODE",
            flag="derp-server-region-code",
            yaml="networking.derp.regionCode",
            description="Short code of the built-in relay's region in relay maps, such as `coder`.",
            default="coder",
            group="Networking / DERP",
            hidden=True,
        ),
    ] = None
    region_id: Annotated[
        Integer,
        Opt(
            name="DERP Server Region ID",
            env="CODER_DERP_SERVER_REGION_ID",
            flag="derp-server-region-id",
            yaml="networking.derp.regionID",
            description=(
                "Number of the built-in relay's region; the items of `derp.server.stun_addresses` get the numbers behind it. A number that "
                "the custom relay map already has stops start-up."
            ),
            default="999",
            group="Networking / DERP",
            hidden=True,
        ),
    ] = None
    region_name: Annotated[
        Text,
        Opt(
            name="DERP Server Region Name",
            env="CODER_DERP_SERVER_REGION_NAME",
            flag="derp-server-region-name",
            yaml="networking.derp.regionName",
            description="Name of the built-in relay's region as users see it in lists of latencies.",
            default="Coder Embedded Relay",
            group="Networking / DERP",
        ),
    ] = None
    relay_url: Annotated[
        Url,
        Opt(
            name="DERP Server Relay URL",
            env="CODER_DERP_SERVER_RELAY_URL",
            flag="derp-server-relay-url",
            yaml="networking.derp.relayURL",
            description=(
                "Address at which the other replicas reach exactly this one, to pass relay traffic on. It must differ for each replica; "
                "empty leaves the replica out of the mesh. Several replicas need a licence."
            ),
            group="Networking / DERP",
            enterprise=True,
            workspace_proxy=True,
        ),
    ] = None
    stun_addresses: Annotated[
        TextList,
        Opt(
            name="DERP Server STUN Addresses",
            env="CODER_DERP_SERVER_STUN_ADDRESSES",
            flag="derp-server-stun-addresses",
            yaml="networking.derp.stunAddresses",
            description=(
                "Servers that tell clients and agents their public address, which direct connections need. Each item is `host:port`, such "
                "as `stun.example.com:3478`; the single item `disable` switches STUN off. The default asks servers of Google."
            ),
            default="stun.l.google.com:19302,stun1.l.google.com:19302,stun2.l.google.com:19302,stun3.l.google.com:19302,stun4.l.google.com:19302",
            group="Networking / DERP",
        ),
    ] = None
