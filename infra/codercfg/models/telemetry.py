"""Reports to the makers of Coder. Upstream's `telemetry.trace` has no option and can be set from nowhere; it is left out."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Url
from codercfg.options.opt import Alias, Opt


class TelemetryConfig(Group):
    """Reports to the makers of Coder. Upstream's `telemetry.trace` has no option and can be set from nowhere; it is left out."""

    enable: Annotated[
        Boolean,
        Opt(
            name="Telemetry Enable",
            env="CODER_TELEMETRY_ENABLE",
            flag="telemetry",
            yaml="telemetry.enable",
            description=(
                "Sends usage data to the makers of Coder. Some licences require it. Flag and variable are named crosswise to those of "
                "the older `CODER_TELEMETRY`, which loses when both are set."
            ),
            default="true",
            group="Telemetry",
            aliases=(
                Alias(
                    name="Telemetry (backwards compatibility)",
                    env="CODER_TELEMETRY",
                    flag="telemetry-enable",
                    hidden=True,
                    use_instead=("CODER_TELEMETRY_ENABLE",),
                ),
            ),
        ),
    ] = None
    url: Annotated[
        Url,
        Opt(
            name="Telemetry URL",
            env="CODER_TELEMETRY_URL",
            flag="telemetry-url",
            yaml="telemetry.url",
            description="Server that receives the usage data, changed only for tests. Must accept `/snapshot` below it.",
            default="https://telemetry.coder.com",
            group="Telemetry",
            hidden=True,
        ),
    ] = None
