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
                "Runs the built-in relay inside the Coder server process. Off needs a custom map; 2.33 otherwise refuses to start."
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
            description="Short code of the built-in relay region in relay maps.",
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
                "Number of the built-in relay region; STUN regions get the numbers that follow. Integer. A clash with a "
                "custom map stops start-up."
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
            description="Display name of the built-in relay region in latency lists.",
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
                "Address at which sibling replicas reach exactly this replica to pass relay traffic on. Must differ per "
                "replica; empty leaves the replica out. Several replicas need a licence."
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
                "Servers that tell clients and agents their public address, which direct connections need. CSV of "
                "`host:port`, or `disable`. Default contacts Google; `disable` anywhere ends the list."
            ),
            default="stun.l.google.com:19302,stun1.l.google.com:19302,stun2.l.google.com:19302,stun3.l.google.com:19302,stun4.l.google.com:19302",
            group="Networking / DERP",
        ),
    ] = None
