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
                "Sends usage data about the deployment to the makers of Coder. On by default; a licence may require it, and the server "
                "then does not start when it is off."
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
            description=(
                "Server that receives the usage data; changed only for tests. A URL, to which Coder appends `/snapshot` and the like."
            ),
            default="https://telemetry.coder.com",
            group="Telemetry",
            hidden=True,
        ),
    ] = None
