"""The deployment's check of its own health."""

from typing import Annotated

from codercfg.options.group import Group
from codercfg.options.kinds import Duration
from codercfg.options.opt import Opt


class HealthcheckConfig(Group):
    """The deployment's check of its own health."""

    refresh: Annotated[
        Duration,
        Opt(
            name="Health Check Refresh",
            env="CODER_HEALTH_CHECK_REFRESH",
            flag="health-check-refresh",
            yaml="introspection.healthcheck.refresh",
            description="How long a health report is shown again before the server examines itself anew. A duration such as `10m`.",
            default="10m0s",
            group="Introspection / Health Check",
        ),
    ] = None
    threshold_database: Annotated[
        Duration,
        Opt(
            name="Health Check Threshold: Database",
            env="CODER_HEALTH_CHECK_THRESHOLD_DATABASE",
            flag="health-check-threshold-database",
            yaml="introspection.healthcheck.thresholdDatabase",
            description=(
                "Median answer time of the database from which the health page calls it slow. A duration in whole milliseconds such as "
                "`15ms`; anything below one millisecond, 0 included, becomes 15."
            ),
            default="15ms",
            group="Introspection / Health Check",
        ),
    ] = None
