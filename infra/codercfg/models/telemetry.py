"""Reports to the makers of Coder. Upstream's `telemetry.trace` has no option and can be set from nowhere; it is left out."""

from __future__ import annotations

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Boolean, Url
from codercfg.options.opt import Alias, Opt


class TelemetryConfig(Group):
    """Reports to the makers of Coder. Upstream's `telemetry.trace` has no option and can be set from nowhere; it is left out."""

    enable: Annotated[
        Boolean,
        Opt(
            name="Telemetry (backwards compatibility)",
            env="CODER_TELEMETRY",
            flag="telemetry-enable",
            yaml=None,
            description="Older alias of `CODER_TELEMETRY_ENABLE`. Loses when both are set; flag and env names are crossed.",
            group="Telemetry",
            hidden=True,
            use_instead=("CODER_TELEMETRY_ENABLE",),
            aliases=(
                Alias(name="Telemetry Enable", env="CODER_TELEMETRY_ENABLE", flag="telemetry", yaml="telemetry.enable", default="true"),
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
